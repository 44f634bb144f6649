package org.matryoscope.app.view;

import java.util.List;
import java.util.function.Consumer;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What stands in place of an answer: why there is none, and queries that would have one. */
final class EmptyState extends VBox {
    /** More queries than this are not read through. */
    private static final int MOST_OFFERED = 8;

    private final Label text = new Label();
    private final Consumer<String> askQuery;

    /**
     * Says nothing yet.
     *
     * @param askQuery asks one of the queries offered
     */
    EmptyState(Consumer<String> askQuery) {
        this.askQuery = askQuery;
        getStyleClass().add("empty-state");
        text.setWrapText(true);
    }

    /** Shows a text and queries to ask instead. */
    void show(String words, List<String> queries) {
        text.setText(Character.toUpperCase(words.charAt(0)) + words.substring(1));
        getChildren().setAll(text);
        queries.stream().limit(MOST_OFFERED).forEach(query -> {
            Hyperlink link = new Hyperlink(query);
            link.setWrapText(true);
            link.setOnAction(event -> askQuery.accept(query));
            getChildren().add(link);
        });
    }
}
