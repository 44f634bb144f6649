package org.matryoscope.app.panel;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.matryoscope.corpus.ColumnChoice;
import org.matryoscope.corpus.TableFormat;
import org.matryoscope.corpus.TablePreview;

/** Asks which columns of a table hold the texts, the ids and the labels, over a preview of its first rows. */
final class ColumnSheet extends VBox {
    private static final String NUMBERS = "line numbers";

    private final ChoiceBox<String> text = new ChoiceBox<>();
    private final ChoiceBox<String> id = new ChoiceBox<>();
    private final LevelChoice levels;
    private Consumer<TableFormat> onFormat = format -> {
    };

    ColumnSheet(TablePreview preview) {
        getStyleClass().addAll("column-sheet", "stacked-wide");
        ColumnChoice proposed = preview.proposed();
        text.setId("column-text");
        text.getItems().setAll(preview.columns());
        text.setValue(proposed.text());
        id.setId("column-id");
        id.getItems().setAll(Stream.concat(Stream.of(NUMBERS), preview.columns().stream()).toList());
        // By index, since a column of the file may have the same name as the line numbers here.
        id.getSelectionModel().select(proposed.id() == null ? 0 : preview.columns().indexOf(proposed.id()) + 1);
        levels = new LevelChoice(preview.columns(), proposed.levels());
        ChoiceForm choices = new ChoiceForm();
        choices.add("Text", named("Text", text));
        choices.add("Id", named("Id", id));
        choices.addWide(LevelChoice.NAME, levels);
        getChildren().add(choices);
        if (preview.format().kind() == TableFormat.Kind.SEPARATED) {
            getChildren().add(headerBox(preview.format()));
        }
        Label caption = new Label(preview.rows().size() < TablePreview.ROWS
                ? "All rows of the file"
                : "The first %d rows of the file".formatted(TablePreview.ROWS));
        caption.getStyleClass().add("hint");
        TableView<List<String>> table = table(preview);
        caption.setLabelFor(table);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(caption, table);
    }

    /** The columns as the user chose them. */
    ColumnChoice choice() {
        int idColumn = id.getSelectionModel().getSelectedIndex();
        return new ColumnChoice(Objects.requireNonNull(text.getValue()), idColumn < 1 ? null : id.getValue(),
                levels.chosen());
    }

    /** Tells of the wish to see the file in another format. */
    void setOnFormat(Consumer<TableFormat> listener) {
        onFormat = listener;
    }

    /** Takes the keyboard to the first choice. */
    void focusFirst() {
        text.requestFocus();
    }

    private CheckBox headerBox(TableFormat format) {
        CheckBox header = new CheckBox("The first row names the columns");
        header.setId("column-header");
        header.setSelected(format.header());
        header.setOnAction(e -> onFormat.accept(format.withHeader(header.isSelected())));
        return header;
    }

    private static ChoiceBox<String> named(String name, ChoiceBox<String> box) {
        box.setAccessibleText(name + " column");
        return box;
    }

    private static TableView<List<String>> table(TablePreview preview) {
        TableView<List<String>> table = new TableView<>();
        table.setId("column-preview");
        table.setAccessibleText("Preview of the file");
        IntStream.range(0, preview.columns().size()).forEach(i -> {
            TableColumn<List<String>, String> column = new TableColumn<>(preview.columns().get(i));
            column.getStyleClass().add("preview-column");
            column.setSortable(false);
            column.setReorderable(false);
            column.setPrefWidth(ColumnWidths.of(preview.rows().stream().map(row -> row.get(i))));
            column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(i)));
            table.getColumns().add(column);
        });
        table.getItems().setAll(preview.rows());
        return table;
    }
}
