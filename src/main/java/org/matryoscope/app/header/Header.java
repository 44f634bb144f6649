package org.matryoscope.app.header;

import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import org.matryoscope.app.session.Catalogue;
import org.matryoscope.app.session.ContenderList.Added;
import org.matryoscope.app.session.ModelShelf;
import org.matryoscope.app.session.Session;
import org.matryoscope.app.settings.Preferences;
import org.matryoscope.app.theme.Look;
import org.matryoscope.app.theme.Theme;
import org.matryoscope.question.Side;

/** The top of the window: models, corpus, what the window offers at large, and the query beneath. */
public final class Header extends VBox {
    private final QueryField query;

    /**
     * Builds the header.
     *
     * @param session what is open
     * @param catalogue what comes with the app
     * @param preferences the recent folders and files
     * @param look the theme
     * @param contenders the rotations that are compared
     * @param actions what the menus ask for
     * @param shelf what models there are to choose from
     * @param tools menus at the right end, before the theme's button
     */
    public Header(Session session, Catalogue catalogue, Preferences preferences, Look look,
            ObservableList<Added> contenders, HeaderActions actions, ModelShelf shelf, Node... tools) {
        getStyleClass().add("header");
        Label against = joint("against");
        SideMenu a = new SideMenu(Side.A, session, catalogue, preferences, actions, shelf);
        SideMenu b = new SideMenu(Side.B, session, catalogue, preferences, actions, shelf);
        CorpusMenu corpus = new CorpusMenu(session, catalogue, preferences, actions);
        Label on = joint("on");
        HBox choices = new HBox(a, against, b, new ContenderMenu(contenders, actions), on, corpus);
        choices.getStyleClass().add("choices");
        choices.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(choices, Priority.ALWAYS);
        HBox right = new HBox(tools);
        right.getChildren().add(themeButton(look, preferences));
        right.getStyleClass().add("tools");
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setMinWidth(USE_PREF_SIZE);
        HBox top = new HBox(choices, right);
        top.getStyleClass().add("header-line");
        query = new QueryField(session);
        getChildren().addAll(top, query);
    }

    /** Takes the keyboard to the query. */
    public void focusQuery() {
        query.focus();
    }

    private static Label joint(String word) {
        Label label = new Label(word);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Button themeButton(Look look, Preferences preferences) {
        FontIcon icon = new FontIcon();
        Button button = new Button(null, icon);
        button.setId("theme");
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setOnAction(e -> {
            Theme theme = look.theme().get().other();
            look.theme().set(theme);
            preferences.update(settings -> settings.withTheme(theme));
        });
        look.theme().subscribe(theme -> {
            String text = theme == Theme.LIGHT ? "Dark theme" : "Light theme";
            icon.setIconCode(theme == Theme.LIGHT ? Feather.MOON : Feather.SUN);
            button.setAccessibleText(text);
            button.setTooltip(new Tooltip(text));
        });
        return button;
    }
}
