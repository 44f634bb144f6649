package org.matryoscope.app.panel;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Facts beneath each other: a name, and beside it what it is and where that was read from. */
final class FactGrid extends GridPane {
    FactGrid() {
        getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
    }

    /** Adds a fact that can only be read. */
    void add(String id, String name, String value, String source) {
        Label label = new Label(value);
        label.setWrapText(true);
        label.setId(id);
        add(name, label, label, id, source);
    }

    /**
     * Adds a fact.
     *
     * @param name what it is called
     * @param value shows it
     * @param field the part of {@code value} that takes the keyboard
     * @param id the id of the fact; its source has it with {@code -source} at the end
     * @param source where it was read from, in words; empty where that goes without saying
     */
    void add(String name, Node value, Node field, String id, String source) {
        Label caption = new Label(name);
        caption.getStyleClass().add("fact-name");
        caption.setLabelFor(field);
        VBox cell = new VBox(value);
        if (!source.isEmpty()) {
            Label from = new Label(source);
            from.setId(id + "-source");
            from.getStyleClass().addAll("hint", "fact-source");
            from.setWrapText(true);
            cell.getChildren().add(from);
        }
        // Not on the baseline: a row aligned so is too low for text that wraps.
        GridPane.setValignment(caption, VPos.TOP);
        if (!(field instanceof Label)) {
            caption.getStyleClass().add("field-name");
        }
        addRow(getRowCount(), caption, cell);
    }
}
