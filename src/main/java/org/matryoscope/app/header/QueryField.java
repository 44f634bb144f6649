package org.matryoscope.app.header;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import org.matryoscope.app.session.Session;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.JudgedQuery;

/** The query, asked a quarter of a second after the last keystroke, and a menu of the corpus's own queries. */
final class QueryField extends HBox {
    private static final Duration DEBOUNCE = Duration.millis(250);
    private static final PseudoClass BLANK = PseudoClass.getPseudoClass("error");

    private final Session session;
    private final TextField field = new TextField();
    private final MenuButton suggestions = new MenuButton("Queries of this corpus");
    private final Label blank = new Label(
            "A query needs at least one word; the results still answer the previous one.");
    private final PauseTransition pause = new PauseTransition(DEBOUNCE);

    QueryField(Session session) {
        this.session = session;
        getStyleClass().add("query");
        setAlignment(Pos.CENTER_LEFT);
        Label label = new Label("Query", new FontIcon(Feather.SEARCH));
        label.setLabelFor(field);
        field.setId("query");
        field.setPromptText("Ask something of the texts");
        field.setAccessibleText("Query");
        HBox.setHgrow(field, Priority.ALWAYS);
        suggestions.setId("suggestions");
        suggestions.setTooltip(new Tooltip("Queries whose relevant texts are known"));
        suggestions.setMinWidth(USE_PREF_SIZE);
        blank.getStyleClass().add("query-problem");
        blank.managedProperty().bind(blank.visibleProperty());
        blank.setVisible(false);
        getChildren().addAll(label, field, blank, suggestions);
        field.textProperty().subscribe(this::typed);
        field.setOnAction(e -> ask());
        pause.setOnFinished(e -> ask());
        session.query().subscribe(query -> {
            if (!query.equals(field.getText())) {
                field.setText(query);
            }
        });
        session.corpus().subscribe(this::suggest);
    }

    /** Takes the keyboard and selects the query. */
    void focus() {
        field.requestFocus();
        field.selectAll();
    }

    private void typed(String text) {
        boolean isBlank = text.isBlank() && !session.query().get().isEmpty();
        blank.setVisible(isBlank);
        field.pseudoClassStateChanged(BLANK, isBlank);
        if (!text.equals(session.query().get())) {
            pause.playFromStart();
        }
    }

    private void ask() {
        pause.stop();
        session.ask(field.getText());
    }

    private void suggest(@Nullable Corpus corpus) {
        suggestions.getItems().clear();
        if (corpus != null) {
            for (JudgedQuery query : corpus.queries()) {
                MenuItem item = new MenuItem(query.text());
                item.setMnemonicParsing(false);
                item.setOnAction(e -> session.ask(query.text()));
                suggestions.getItems().add(item);
            }
        }
        suggestions.setDisable(suggestions.getItems().isEmpty());
    }
}
