package org.matryoscope.app.view;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

import javafx.beans.binding.DoubleBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/**
 * A small table under a chart. Ctrl+C copies it as tab-separated text, with its header.
 *
 * @param <R> what a row stands for
 */
final class NumberTable<R> extends TableView<R> {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /** Rows shown without scrolling. */
    private static final int MOST_ROWS = 5;
    /** What is left of the table in a low window, in rows. */
    private static final double LEAST_ROWS = 3;
    /** Height of the header and a scroll bar, in rows. */
    private static final double HEADER_ROWS = 2.5;

    private boolean whole;

    NumberTable(String accessibleText) {
        getStyleClass().addAll("number-table", "dense");
        setAccessibleText(accessibleText);
        minHeightProperty().bind(height(LEAST_ROWS));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        addEventFilter(javafx.scene.input.KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
    }

    /** Shows every row where there is room, and has whatever stands beside the table give way before it in a low window. */
    void keepWhole() {
        whole = true;
    }

    /** Adds a column of text. */
    void addText(String header, Function<R, String> cell) {
        add(header, row -> new javafx.beans.property.ReadOnlyStringWrapper(cell.apply(row)), "text-column");
    }

    /** Adds a column of numbers, right-aligned; its cells follow their observable values. */
    TableColumn<R, String> addNumber(String header, Function<R, ObservableValue<String>> cell) {
        return add(header, cell, "number-column");
    }

    private TableColumn<R, String> add(String header, Function<R, ObservableValue<String>> cell, String styleClass) {
        TableColumn<R, String> column = new TableColumn<>(header);
        column.getStyleClass().add(styleClass);
        column.setCellValueFactory(features -> cell.apply(features.getValue()));
        column.setSortable(false);
        column.setReorderable(false);
        getColumns().add(column);
        return column;
    }

    /** Replaces the rows. */
    void show(List<R> rows) {
        getItems().setAll(rows);
        DoubleBinding few = height(Math.min(rows.size(), MOST_ROWS) + HEADER_ROWS);
        prefHeightProperty().bind(whole ? height(rows.size() + HEADER_ROWS) : few);
        minHeightProperty().bind(whole ? few : height(LEAST_ROWS));
    }

    /** Bound to the style sheets, which decide how high a row is. */
    private DoubleBinding height(double rows) {
        return fixedCellSizeProperty().multiply(rows);
    }

    /** Puts the table on the clipboard. */
    void copy() {
        Clipboard.getSystemClipboard().setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, asText()));
    }

    /** Returns the table as tab-separated text, a line a row, the header first. */
    String asText() {
        StringBuilder text = new StringBuilder();
        StringJoiner header = new StringJoiner("\t", "", "\n");
        getColumns().forEach(column -> header.add(column.getText()));
        text.append(header);
        for (R row : getItems()) {
            StringJoiner line = new StringJoiner("\t", "", "\n");
            getColumns().forEach(column -> line.add(String.valueOf(column.getCellObservableValue(row).getValue())));
            text.append(line);
        }
        return text.toString();
    }
}
