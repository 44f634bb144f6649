package org.matryoscope.app.panel;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.Document;

/** The documents of a draft: id, text and labels, of which text and labels can be typed over. */
final class CorpusTable extends TableView<Document> {
    private static final double TEXT_WIDTH = 460;
    private static final int FIRST_LEVEL = 2;

    private final CorpusDraft draft;

    CorpusTable(CorpusDraft draft) {
        super(draft.documents());
        this.draft = draft;
        setId("corpus-table");
        setAccessibleText("Texts and labels");
        setEditable(true);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        setPlaceholder(new Label("No texts"));
        getSelectionModel().setCellSelectionEnabled(true);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        draft.corpus().map(Corpus::levels).subscribe(this::build);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DELETE && getEditingCell() == null) {
                removeSelected();
                event.consume();
            }
        });
    }

    /** Removes the documents of the selected cells. */
    void removeSelected() {
        Set<Integer> rows = selectedRows();
        if (!rows.isEmpty()) {
            draft.remove(rows);
        }
    }

    /** Takes the keyboard to the text of a row, and shows it. */
    void goTo(int row) {
        getSelectionModel().clearAndSelect(row, getColumns().get(1));
        scrollTo(row);
        requestFocus();
    }

    private void build(List<String> levels) {
        if (getColumns().size() == FIRST_LEVEL + levels.size()) {
            return;
        }
        TableColumn<Document, String> id = column("Id", Document::id);
        id.setEditable(false);
        TableColumn<Document, String> text = column("Text", Document::text);
        text.setPrefWidth(TEXT_WIDTH);
        text.setCellFactory(column -> new EditableCell<>("Text", draft::text));
        getColumns().setAll(List.of(id, text));
        for (int i = 0; i < levels.size(); i++) {
            int level = i;
            String name = levels.get(level);
            TableColumn<Document, String> label = column(name, document -> document.labels().get(level));
            label.setCellFactory(column -> new EditableCell<>(name,
                    (row, typed) -> draft.label(selectedRows(label, row), level, typed)));
            getColumns().add(label);
        }
    }

    private TableColumn<Document, String> column(String name, Function<Document, String> cell) {
        TableColumn<Document, String> column = new TableColumn<>(name);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(ColumnWidths.of(draft.documents().stream().limit(100).map(cell)));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(cell.apply(row.getValue())));
        return column;
    }

    private Set<Integer> selectedRows() {
        return getSelectionModel().getSelectedCells()
                .stream()
                .map(cell -> cell.getRow())
                .filter(row -> row >= 0)
                .collect(Collectors.toSet());
    }

    /** The rows whose cell in a column is selected, with the one that was typed into. */
    private Set<Integer> selectedRows(TableColumn<Document, String> column, int typed) {
        Set<Integer> rows = getSelectionModel().getSelectedCells()
                .stream()
                .filter(cell -> column.equals(cell.getTableColumn()))
                .map(cell -> cell.getRow())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!rows.contains(typed)) {
            return Set.of(typed);
        }
        return rows;
    }
}
