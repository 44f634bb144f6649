package org.matryoscope.app.panel;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;

import org.matryoscope.base.Problem;

/** What is wrong with the fields above it, or what is being done with them; takes no room where there is nothing to say. */
final class FieldProblem extends Label {
    private static final PseudoClass CALM = PseudoClass.getPseudoClass("calm");

    FieldProblem(String id) {
        setId(id);
        setWrapText(true);
        getStyleClass().add("field-problem");
        managedProperty().bind(visibleProperty());
        clear();
    }

    /** Says what is wrong and what to do. */
    void show(Problem problem) {
        pseudoClassStateChanged(CALM, false);
        setText(String.valueOf(problem.getMessage()));
        setVisible(true);
    }

    /** Says what is under way. */
    void tell(String text) {
        pseudoClassStateChanged(CALM, true);
        setText(text);
        setVisible(true);
    }

    /** Says nothing. */
    void clear() {
        setText("");
        setVisible(false);
    }
}
