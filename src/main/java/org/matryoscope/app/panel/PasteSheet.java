package org.matryoscope.app.panel;

import java.util.Objects;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Takes texts, one a line, beginning with what is on the clipboard. */
final class PasteSheet extends VBox {
    private final TextArea area = new TextArea();

    PasteSheet() {
        getStyleClass().addAll("paste-sheet", "stacked-wide");
        Label label = new Label("One text a line; blank lines are left out.");
        label.setLabelFor(area);
        area.setId("paste-texts");
        area.setAccessibleText("Texts, one a line");
        area.setText(Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), ""));
        VBox.setVgrow(area, Priority.ALWAYS);
        getChildren().addAll(label, area);
    }

    /** What is in the field. */
    String text() {
        return area.getText();
    }

    /** Whether there is nothing to take. */
    ObservableValue<Boolean> blank() {
        return area.textProperty().map(String::isBlank);
    }

    /** Takes the keyboard to the field. */
    void focusFirst() {
        area.requestFocus();
    }
}
