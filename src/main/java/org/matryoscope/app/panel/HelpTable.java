package org.matryoscope.app.panel;

import java.util.List;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** Lines of two texts, the left ones emphasised. */
final class HelpTable extends GridPane {
    /**
     * A line.
     *
     * @param left what it is about
     * @param right what is said of it
     */
    record Line(String left, String right) {}

    HelpTable(List<Line> lines) {
        getStyleClass().add("help-table");
        for (int row = 0; row < lines.size(); row++) {
            Label left = new Label(lines.get(row).left());
            left.getStyleClass().add("help-key");
            left.setMinWidth(USE_PREF_SIZE);
            addRow(row, left, new Label(lines.get(row).right()));
        }
    }
}
