package org.matryoscope.app.panel;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import org.matryoscope.base.Count;

/** The texts of the corpus, to be edited: a table and what can be done to it. */
final class CorpusSheet extends VBox {
    private final CorpusDraft draft;
    private final CorpusTable table;

    CorpusSheet(CorpusDraft draft) {
        this.draft = draft;
        table = new CorpusTable(draft);
        getStyleClass().addAll("corpus-sheet", "stacked-wide");
        Button remove = button("Remove", "corpus-remove", Feather.TRASH_2, table::removeSelected);
        remove.disableProperty().bind(Bindings.isEmpty(table.getSelectionModel().getSelectedCells()));
        Button undo = button("Undo", "corpus-undo", Feather.CORNER_UP_LEFT, draft::undo);
        undo.disableProperty().bind(draft.canUndo().not());
        Button redo = button("Redo", "corpus-redo", Feather.CORNER_UP_RIGHT, draft::redo);
        redo.disableProperty().bind(draft.canRedo().not());
        addEventFilter(KeyEvent.KEY_PRESSED, this::undoOrRedo);
        FlowPane tools = new FlowPane(undo, redo, newText(),
                button("Paste texts", "corpus-paste", Feather.CLIPBOARD, this::paste), remove, newLevel());
        tools.getStyleClass().add("corpus-tools");
        Label count = new Label();
        count.textProperty().bind(Bindings.size(draft.documents()).map(size -> Count.of(size.intValue()) + " texts"));
        Label hint = new Label("Enter or F2 edits a cell, Escape gives the edit up, Delete removes the row. "
                + "A label typed with several of its column selected goes to all of them.");
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(tools, count, table, hint);
    }

    /** Shortcut+Z undoes, with Shift or as Shortcut+Y it does again; a cell or field being typed in keeps its own undo. */
    private void undoOrRedo(KeyEvent event) {
        if (!event.isShortcutDown() || event.getTarget() instanceof TextInputControl) {
            return;
        }
        if (event.getCode() == KeyCode.Y || (event.getCode() == KeyCode.Z && event.isShiftDown())) {
            draft.redo();
            event.consume();
        } else if (event.getCode() == KeyCode.Z) {
            draft.undo();
            event.consume();
        }
    }

    /** Takes the keyboard to the first text. */
    void focusFirst() {
        table.goTo(0);
    }

    private HBox newText() {
        return typed("corpus-new-text", "New text", "Add text", "corpus-add", text -> add(List.of(text)));
    }

    private HBox newLevel() {
        return typed("corpus-new-level", "New label level", "Add level", "corpus-add-level", draft::addLevel);
    }

    private void paste() {
        add(Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), "").lines().toList());
    }

    private void add(List<String> texts) {
        int before = draft.documents().size();
        draft.add(texts);
        if (draft.documents().size() > before) {
            table.scrollTo(draft.documents().size() - 1);
        }
    }

    private static HBox typed(String id, String prompt, String action, String actionId, Consumer<String> onTyped) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        Runnable take = () -> {
            onTyped.accept(field.getText());
            field.clear();
        };
        field.setOnAction(e -> take.run());
        HBox pair = new HBox(field, button(action, actionId, Feather.PLUS, take));
        pair.getStyleClass().add("spaced");
        return pair;
    }

    private static Button button(String text, String id, Feather icon, Runnable action) {
        Button button = SheetButtons.plain(text, id, action);
        button.setGraphic(new FontIcon(icon));
        return button;
    }
}
