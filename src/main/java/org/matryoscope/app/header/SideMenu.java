package org.matryoscope.app.header;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import org.matryoscope.app.session.Catalogue;
import org.matryoscope.app.session.ModelChoice;
import org.matryoscope.app.session.Session;
import org.matryoscope.app.settings.Preferences;
import org.matryoscope.app.state.Side;

/** The menu of one side's model: those that come with the app, recent ones, a folder of the user's. */
final class SideMenu extends MenuButton {
    private final Side side;
    private final Session session;
    private final Catalogue catalogue;
    private final Preferences preferences;
    private final HeaderActions actions;

    SideMenu(Side side, Session session, Catalogue catalogue, Preferences preferences, HeaderActions actions) {
        this.side = side;
        this.session = session;
        this.catalogue = catalogue;
        this.preferences = preferences;
        this.actions = actions;
        setId("model-" + side.name().toLowerCase(Locale.ROOT));
        getStyleClass().add("side-menu");
        Label badge = new Label(side.name());
        badge.getStyleClass().addAll("side-badge", "side-" + side.name().toLowerCase(Locale.ROOT));
        setGraphic(badge);
        session.encoder(side).subscribe(encoder -> {
            setText(encoder == null ? (side == Side.A ? "No model yet" : "None") : encoder.profile().name());
            setAccessibleText("Model %s: %s".formatted(side, getText()));
            build();
        });
        preferences.settings().subscribe(settings -> build());
    }

    private void build() {
        ToggleGroup group = new ToggleGroup();
        getItems().clear();
        if (side == Side.B) {
            RadioMenuItem none = new RadioMenuItem("None");
            none.setToggleGroup(group);
            none.setSelected(session.choice(side).get() == null);
            none.setOnAction(e -> session.closeModelB());
            getItems().addAll(none, new SeparatorMenuItem());
        }
        catalogue.models().forEach(folder -> getItems().add(item(folder, group)));
        List<Path> recent = preferences.settings().get().recentModels();
        if (!recent.isEmpty()) {
            getItems().add(new SeparatorMenuItem());
            recent.forEach(folder -> getItems().add(item(folder, group)));
        }
        MenuItem open = new MenuItem("Open model folder…", new FontIcon(Feather.FOLDER));
        open.setOnAction(e -> actions.chooseModel(side));
        MenuItem details = new MenuItem("Model details…", new FontIcon(Feather.SLIDERS));
        details.disableProperty().bind(session.encoder(side).isNull());
        details.setOnAction(e -> actions.showModel(side));
        getItems().addAll(new SeparatorMenuItem(), open, details);
    }

    private RadioMenuItem item(Path folder, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(ModelChoice.of(folder).name());
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        ModelChoice current = session.choice(side).get();
        item.setSelected(current != null && current.folder().equals(folder));
        item.setOnAction(e -> session.openModel(side, preferences.settings().get().model(folder)));
        return item;
    }
}
