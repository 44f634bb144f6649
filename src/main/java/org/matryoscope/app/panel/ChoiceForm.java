package org.matryoscope.app.panel;

import java.util.stream.Stream;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Choices with their names, two in a row or one alone, so that those below one another begin at the same line. */
final class ChoiceForm extends GridPane {
    private static final int COLUMNS = 4;

    private int row;
    private int column;

    /** Starts empty. */
    ChoiceForm() {
        getStyleClass().add("choice-form");
        Stream.of(Priority.NEVER, Priority.SOMETIMES, Priority.NEVER, Priority.ALWAYS).forEach(grow -> {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHgrow(grow);
            if (grow == Priority.NEVER) {
                constraints.setMinWidth(Region.USE_PREF_SIZE);
            }
            getColumnConstraints().add(constraints);
        });
    }

    /** Adds a choice beside the one before, where there is room. */
    void add(String name, Node control) {
        put(name, control, 1);
    }

    /** Adds a choice that takes a row of its own. */
    void addWide(String name, Node control) {
        if (column > 0) {
            nextRow();
        }
        put(name, control, COLUMNS - 1);
    }

    private void put(String name, Node control, int span) {
        Label label = new Label(name);
        label.setLabelFor(control);
        label.getStyleClass().add("choice-name");
        setValignment(label, VPos.TOP);
        if (control instanceof Label) {
            setValignment(control, VPos.TOP);
        }
        add(label, column, row);
        add(control, column + 1, row, span, 1);
        column += span + 1;
        if (column >= COLUMNS) {
            nextRow();
        }
    }

    private void nextRow() {
        row++;
        column = 0;
    }
}
