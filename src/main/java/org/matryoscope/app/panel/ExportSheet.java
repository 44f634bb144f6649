package org.matryoscope.app.panel;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.matryoscope.model.hub.CachedModel;

/** Shows the command that makes a file which can be run of a model that has none. */
public final class ExportSheet extends VBox {
    private final Button copy;

    private ExportSheet(CachedModel model) {
        getStyleClass().addAll("server-sheet", "stacked-wide");
        Label why = new Label("This model lies in the cache of " + model.cache()
                + " without an ONNX file or a static table, and nothing else is run here. This command makes such a file, in Python; then open the folder that it writes.");
        why.setWrapText(true);
        TextField command = new TextField(model.folder().exportCommand());
        command.setId("export-command");
        command.setAccessibleText("The command");
        command.setEditable(false);
        HBox.setHgrow(command, Priority.ALWAYS);
        copy = SheetButtons.plain("Copy", "export-copy", () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(command.getText());
            Clipboard.getSystemClipboard().setContent(content);
        });
        HBox row = new HBox(command, copy);
        row.getStyleClass().add("field-row");
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(why, row);
    }

    /**
     * Shows the command.
     *
     * @param model a model that cannot be opened as it is
     * @param sheets where
     */
    public static void show(CachedModel model, Sheets sheets) {
        ExportSheet sheet = new ExportSheet(model);
        sheets.showInMiddle(model.name(), sheet);
        sheet.copy.requestFocus();
    }
}
