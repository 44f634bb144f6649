package org.matryoscope.app.view;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.matryoscope.question.Table;

/** A {@link Table} in the window, with its caption. Ctrl+C copies it as tab-separated text, with its header. */
final class NumberTable extends VBox {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    /** Height of the header, and of a scroll bar, in rows. */
    private static final double HEADER_ROWS = 2.2;
    /** Rows shown without scrolling. */
    private static final int MOST_ROWS = 8;

    private final ObjectProperty<Table> table = new SimpleObjectProperty<>(
            Table.titled("").text("", List.of()).build());
    private final Label caption = new Label();
    private final TableView<Integer> view = new TableView<>();

    NumberTable() {
        getStyleClass().add("number-table-box");
        caption.getStyleClass().add("number-table-caption");
        caption.managedProperty().bind(caption.textProperty().isNotEmpty());
        view.getStyleClass().addAll("number-table", "dense");
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        view.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy(List.of(this));
                event.consume();
            }
        });
        getChildren().addAll(caption, view);
    }

    /**
     * Shows a table; while its shape stays, so do its columns, and only their cells change.
     *
     * @param next what to show
     * @param prefix the prefix at which the slider stands: what belongs to it is set off
     */
    void show(Table next, int prefix) {
        table.set(next);
        caption.setText(next.caption());
        view.setAccessibleText(next.caption());
        if (view.getColumns().size() != next.columns().size()) {
            view.getColumns().setAll(IntStream.range(0, next.columns().size()).mapToObj(this::column).toList());
        }
        if (view.getItems().size() != next.rows()) {
            view.getItems().setAll(IntStream.range(0, next.rows()).boxed().toList());
            view.prefHeightProperty()
                    .bind(view.fixedCellSizeProperty().multiply(Math.min(next.rows(), MOST_ROWS) + HEADER_ROWS));
            view.minHeightProperty().bind(view.prefHeightProperty());
        }
        String current = "d = " + prefix;
        for (int i = 0; i < next.columns().size(); i++) {
            List<String> classes = view.getColumns().get(i).getStyleClass();
            boolean isCurrent = next.columns().get(i).header().endsWith(current);
            if (isCurrent != classes.contains("current-column")) {
                if (isCurrent) {
                    classes.add("current-column");
                } else {
                    classes.remove("current-column");
                }
            }
        }
    }

    private TableColumn<Integer, String> column(int index) {
        TableColumn<Integer, String> column = new TableColumn<>();
        column.textProperty().bind(table.map(now -> at(now, index).header()));
        column.getStyleClass().add(at(table.get(), index).numbers() ? "number-column" : "text-column");
        column.setCellValueFactory(row -> Bindings.createStringBinding(() -> cell(index, row.getValue()), table));
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private static Table.Column at(Table table, int index) {
        return table.columns().get(Math.min(index, table.columns().size() - 1));
    }

    private String cell(int column, int row) {
        List<String> cells = at(table.get(), column).cells();
        return row < cells.size() ? cells.get(row) : "";
    }

    /** Puts tables on the clipboard, one below the other. */
    static void copy(List<NumberTable> tables) {
        String text = tables.stream().map(NumberTable::asText).collect(Collectors.joining("\n"));
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    /** Returns the table as tab-separated text, a line a row, the header first. */
    private String asText() {
        Table now = table.get();
        StringBuilder text = new StringBuilder();
        StringJoiner header = new StringJoiner("\t", "", "\n");
        now.columns().forEach(column -> header.add(column.header()));
        text.append(header);
        for (int row = 0; row < now.rows(); row++) {
            StringJoiner line = new StringJoiner("\t", "", "\n");
            for (Table.Column column : now.columns()) {
                line.add(column.cells().get(row));
            }
            text.append(line);
        }
        return text.toString();
    }
}
