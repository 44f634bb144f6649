package org.matryoscope.app.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;

import org.matryoscope.app.task.OncePerPulse;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Option;

/** A question's options in one row: the first of them as far as there is room, and the others behind a button. */
final class OptionRow extends HBox {
    /** More beside each other are a toolbar, which nobody reads. */
    private static final int MOST_IN_ROW = 2;

    private final List<Node> controls;
    private final VBox rest = new VBox();
    private final Button more = new Button("More…");
    /** As wide as each was in the row: what stands behind the button is not laid out. */
    private final Map<Node, Double> widths = new HashMap<>();
    private final OncePerPulse fit = new OncePerPulse(this::fit);
    private final int most;
    private int inRow;

    /**
     * Makes the row.
     *
     * @param options the options, the most used first
     * @param live those of them that may be changed while an answer is being found, which stand in the row in any case
     * @param choices where their values are
     */
    OptionRow(List<Option<?>> options, List<Option<?>> live, ObjectProperty<Choices> choices) {
        most = MOST_IN_ROW + live.size();
        getStyleClass().add("question-options");
        setMinWidth(0);
        controls = options.stream().map(option -> OptionControl.of(option, choices)).toList();
        rest.getStyleClass().add("more-options");
        PopOver popOver = new PopOver(rest);
        popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_LEFT);
        popOver.setAnimated(false);
        more.getStyleClass().add("more-button");
        more.setMinWidth(USE_PREF_SIZE);
        more.setTooltip(new Tooltip("More options of this question"));
        more.setOnAction(event -> {
            popOver.getRoot().getStylesheets().setAll(more.getScene().getStylesheets());
            popOver.show(more);
        });
        arrange(Math.min(most, controls.size()));
        widthProperty().subscribe(fit::request);
    }

    private void arrange(int count) {
        inRow = count;
        getChildren().setAll(controls.subList(0, count));
        rest.getChildren().setAll(controls.subList(count, controls.size()));
        if (count < controls.size()) {
            getChildren().add(more);
        }
    }

    private void fit() {
        if (getWidth() <= 0) {
            return;
        }
        controls.subList(0, inRow).forEach(control -> widths.put(control, control.prefWidth(-1)));
        int count = Math.min(most, controls.size());
        while (count > 0 && needed(count) > getWidth()) {
            count--;
        }
        if (count != inRow) {
            arrange(count);
        }
    }

    private double needed(int count) {
        double needed = count < controls.size() ? more.prefWidth(-1) + getSpacing() : 0;
        for (Node control : controls.subList(0, count)) {
            needed += widths.getOrDefault(control, 0.0) + getSpacing();
        }
        return needed;
    }
}
