package org.matryoscope.app.ranking;

import java.util.function.DoubleConsumer;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The heads of the list's columns, in line with its rows; the right one switches what stands beside the ranking. */
final class RankingHeader extends Region {
    private final Label left = new Label();
    private final Hyperlink right = new Hyperlink();
    private int places;

    RankingHeader(Runnable switchBeside) {
        getStyleClass().add("ranking-header");
        left.getStyleClass().addAll("column-head", "at-prefix");
        left.setId("ranking-title");
        right.getStyleClass().addAll("column-head", "beside");
        right.setId("beside-title");
        right.setTooltip(new Tooltip("Switch between the order at full dimension and model B's ranking"));
        right.setOnAction(e -> switchBeside.run());
        getChildren().addAll(left, right);
    }

    void show(String atPrefix, String beside, boolean canSwitch, int size) {
        if (size != places) {
            places = size;
            requestLayout();
        }
        left.setText(atPrefix);
        right.setText(beside);
        right.setVisited(false);
        right.setDisable(!canSwitch);
    }

    /** Tells the height of the text, which everything is measured in, now and when it changes. */
    void onTextSize(DoubleConsumer listener) {
        left.fontProperty().subscribe(font -> listener.accept(font.getSize()));
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + left.prefHeight(-1) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double inside = getWidth() - snappedLeftInset() - snappedRightInset();
        Columns at = new Columns(inside, left.getFont().getSize(), places);
        double height = left.prefHeight(-1);
        left.resizeRelocate(snappedLeftInset(), snappedTopInset(), at.beside() - at.em(), height);
        right.setVisible(at.hasBeside());
        right.resizeRelocate(snappedLeftInset() + at.beside(), snappedTopInset(), Math.max(0, inside - at.beside()),
                height);
    }
}
