package org.matryoscope.app.header;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

import org.controlsfx.control.SearchableComboBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import org.matryoscope.app.session.Session;
import org.matryoscope.base.Count;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.JudgedQuery;
import org.matryoscope.question.Side;

/** The query, asked a quarter of a second after the last keystroke, and a menu of the corpus's own queries. */
final class QueryField extends HBox {
    private static final Duration DEBOUNCE = Duration.millis(250);
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final String BLANK_QUERY = "A query needs at least one word; the results still answer the previous one.";
    /** Room for a question, also beside a long problem. */
    private static final double FIELD_MIN_WIDTH = 280;

    private final Session session;
    private final TextField field = new TextField();
    private final SearchableComboBox<String> suggestions = new SearchableComboBox<>();
    private final Label problem = new Label();
    private final PauseTransition pause = new PauseTransition(DEBOUNCE);

    QueryField(Session session) {
        this.session = session;
        getStyleClass().add("query");
        setAlignment(Pos.CENTER_LEFT);
        Label label = new Label("Query", new FontIcon(Feather.SEARCH));
        label.setLabelFor(field);
        field.setId("query");
        field.setPromptText("Ask something of the texts, or type # and the id of one of them");
        field.setAccessibleText("Query");
        HBox.setHgrow(field, Priority.ALWAYS);
        label.setMinWidth(USE_PREF_SIZE);
        field.setMinWidth(FIELD_MIN_WIDTH);
        suggestions.setId("suggestions");
        suggestions.setAccessibleText("Queries of this corpus");
        suggestions.valueProperty().subscribe(query -> {
            if (query != null) {
                session.ask(query);
                // The field shows what is asked; this goes back to saying what there is to choose from.
                Platform.runLater(() -> suggestions.setValue(null));
            }
        });
        suggestions.setTooltip(
                new Tooltip("Queries whose relevant texts are known, and those of an open file of query vectors"));
        problem.getStyleClass().add("query-problem");
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setVisible(false);
        getChildren().addAll(label, field, problem, suggestions);
        field.textProperty().subscribe(this::typed);
        field.setOnAction(e -> ask());
        pause.setOnFinished(e -> ask());
        session.query().subscribe(query -> {
            if (!query.equals(field.getText())) {
                field.setText(query);
            }
        });
        session.corpus().subscribe(corpus -> suggest());
        for (Side side : Side.values()) {
            session.queryVectors(side).subscribe(queries -> suggest());
            session.unanswered(side).subscribe(reason -> showProblem());
        }
    }

    /** Takes the keyboard and selects the query. */
    void focus() {
        field.requestFocus();
        field.selectAll();
    }

    private void typed(String text) {
        showProblem();
        if (!text.equals(session.query().get())) {
            pause.playFromStart();
        }
    }

    /** Says why there is no answer, if there is none: side A's first, which everything else is set against. */
    private void showProblem() {
        boolean isBlank = field.getText().isBlank() && !session.query().get().isEmpty();
        String a = session.unanswered(Side.A).get();
        String b = session.unanswered(Side.B).get();
        String reason = isBlank ? BLANK_QUERY : !a.isEmpty() ? a : b.isEmpty() ? "" : "Side B is left out: " + b;
        problem.setText(reason);
        problem.setTooltip(reason.isEmpty() ? null : new Tooltip(reason));
        problem.setVisible(!reason.isEmpty());
        field.pseudoClassStateChanged(ERROR, isBlank || !a.isEmpty());
    }

    private void ask() {
        pause.stop();
        session.ask(field.getText());
    }

    private void suggest() {
        Corpus corpus = session.corpus().get();
        Stream<String> judged = corpus == null ? Stream.of() : corpus.queries().stream().map(JudgedQuery::text);
        Stream<String> given = Stream.of(Side.values())
                .map(side -> session.queryVectors(side).get())
                .filter(Objects::nonNull)
                .flatMap(queries -> queries.names().stream());
        List<String> queries = Stream.concat(judged, given).distinct().toList();
        if (!queries.equals(suggestions.getItems())) {
            suggestions.setValue(null);
            suggestions.setItems(FXCollections.observableArrayList(queries));
            suggestions.setPromptText(Count.of(queries.size()) + " queries of this corpus");
            suggestions.setDisable(queries.isEmpty());
        }
    }
}
