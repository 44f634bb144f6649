package org.matryoscope.app.panel;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

/** A cell that is edited in place; what was typed is kept however the editing ends, except by Escape. */
final class EditableCell<S> extends TableCell<S, String> {
    /** Takes what was typed into a row's cell. */
    @FunctionalInterface
    interface Typed {
        void accept(int row, String text);
    }

    private final TextField field = new TextField();
    private final Typed typed;
    private int row;
    private String before = "";
    private boolean givenUp;

    EditableCell(String name, Typed typed) {
        this.typed = typed;
        field.setAccessibleText(name);
        field.setOnAction(e -> cancelEdit());
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                givenUp = true;
                cancelEdit();
                event.consume();
            }
        });
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                cancelEdit();
            }
        });
    }

    @Override
    public void startEdit() {
        super.startEdit();
        if (!isEditing()) {
            return;
        }
        row = getIndex();
        givenUp = false;
        field.setText(getItem());
        before = field.getText();
        setGraphic(field);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        field.requestFocus();
        field.selectAll();
    }

    // The table cancels wherever the user goes on to something else, which is no reason to lose what was typed.
    @Override
    public void cancelEdit() {
        boolean keep = isEditing() && !givenUp && !field.getText().equals(before);
        boolean hadKeyboard = field.isFocused();
        super.cancelEdit();
        setContentDisplay(ContentDisplay.TEXT_ONLY);
        setGraphic(null);
        if (hadKeyboard && getTableView() != null) {
            getTableView().requestFocus();
        }
        if (keep) {
            typed.accept(row, field.getText());
        }
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty ? null : item);
    }
}
