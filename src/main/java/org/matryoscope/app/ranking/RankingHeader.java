package org.matryoscope.app.ranking;

import java.util.function.DoubleConsumer;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.matryoscope.app.state.Beside;

/** The heads of the list's halves, in line with its rows; the right one chooses what stands beside the ranking. */
final class RankingHeader extends Region {
    private final Label left = new Label();
    private final ToggleButton full = new ToggleButton();
    private final ToggleButton b = new ToggleButton();
    private final HBox choice = new HBox(full, b);
    private int places;

    RankingHeader(ObjectProperty<Beside> beside) {
        getStyleClass().add("ranking-header");
        left.getStyleClass().addAll("column-head", "at-prefix");
        left.setId("ranking-title");
        ToggleGroup group = new ToggleGroup();
        choose(full, Beside.FULL_DIMENSION, "left-pill", "Model A's order at full size", group, beside);
        choose(b, Beside.MODEL_B, "right-pill", "Model B's ranking at the same prefix", group, beside);
        choice.setId("beside");
        choice.getStyleClass().add("beside-choice");
        getChildren().addAll(left, choice);
    }

    private static void choose(ToggleButton button, Beside value, String pill, String words, ToggleGroup group,
            ObjectProperty<Beside> beside) {
        button.setToggleGroup(group);
        button.getStyleClass().addAll(pill, "small");
        button.setTooltip(new Tooltip(words));
        button.setOnAction(event -> {
            beside.set(value);
            // A second press does not unselect it.
            button.setSelected(true);
        });
        beside.subscribe(now -> button.setSelected(now == value));
    }

    /**
     * Shows the heads.
     *
     * @param ranked what the left half is
     * @param words the same at length
     * @param atFullSize the choice of the order at full size; empty for none
     * @param ofB the choice of model B's ranking; empty where there is none
     * @param size how many places the list has
     */
    void show(String ranked, String words, String atFullSize, String ofB, int size) {
        places = size;
        left.setText(ranked);
        left.setTooltip(words.isEmpty() ? null : new Tooltip(words));
        full.setText(atFullSize);
        b.setText(ofB);
        b.setVisible(!ofB.isEmpty());
        b.setManaged(!ofB.isEmpty());
        choice.setDisable(atFullSize.isEmpty());
        requestLayout();
    }

    /** Tells the height of the text, which everything is measured in, now and when it changes. */
    void onTextSize(DoubleConsumer listener) {
        left.fontProperty().subscribe(font -> listener.accept(font.getSize()));
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + choice.prefHeight(-1) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double inside = getWidth() - snappedLeftInset() - snappedRightInset();
        Columns at = new Columns(inside, left.getFont().getSize(), places);
        double height = choice.prefHeight(-1);
        boolean shown = at.hasBeside() && !full.getText().isEmpty();
        left.resizeRelocate(snappedLeftInset(), snappedTopInset(), at.half(), height);
        choice.setVisible(shown);
        choice.resizeRelocate(snappedLeftInset() + at.beside(), snappedTopInset(),
                Math.min(choice.prefWidth(-1), Math.max(0, inside - at.beside())), height);
    }
}
