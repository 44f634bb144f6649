package org.matryoscope.app.view;

import java.util.function.Consumer;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import org.matryoscope.app.chart.ChartPane;
import org.matryoscope.question.Part;

/** One answer in short: its question, what was found, and beside it a small chart. A press anywhere opens the question. */
final class PartCard extends GridPane {
    private static final double WORDS_PERCENT = 62;

    private final ObjectProperty<@Nullable Part> part = new SimpleObjectProperty<>(this, "part");
    private final Button title = new Button();
    private final FontIcon icon = new FontIcon();
    private final Label found = new Label();
    private final ChartPane chart = new ChartPane();

    PartCard(IntegerProperty prefix, Consumer<Part> open) {
        getStyleClass().add("part-card");
        setMinWidth(0);
        title.setGraphic(icon);
        title.getStyleClass().add("part-title");
        title.setMaxWidth(Double.MAX_VALUE);
        found.setWrapText(true);
        found.getStyleClass().add("part-found");
        chart.setSmall();
        // The card is pressed, not the chart: a press on a chart would set d.
        chart.setMouseTransparent(true);
        chart.setFocusTraversable(false);
        chart.prefixProperty().bind(prefix);
        VBox words = new VBox(title, found);
        words.setMinWidth(0);
        getColumnConstraints().addAll(column(WORDS_PERCENT), column(100 - WORDS_PERCENT));
        GridPane.setVgrow(chart, Priority.ALWAYS);
        addRow(0, words, chart);
        Runnable press = () -> {
            Part shown = part.get();
            if (shown != null) {
                open.accept(shown);
            }
        };
        title.setOnAction(event -> press.run());
        setOnMouseClicked(event -> press.run());
    }

    private static ColumnConstraints column(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    ChartPane chart() {
        return chart;
    }

    void show(Part next) {
        part.set(next);
        icon.setIconLiteral("fth-" + next.question().icon());
        title.setText(next.question().title());
        title.setAccessibleText("Open " + next.question().title() + ": " + next.question().words());
        String words = String.join(" ", next.sentences());
        found.setText(words);
        Tooltip.install(this, new Tooltip(words));
        chart.show(next.chart());
    }
}
