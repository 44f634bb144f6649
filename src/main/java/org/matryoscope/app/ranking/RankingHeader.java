package org.matryoscope.app.ranking;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The heads of the list's columns, in line with its rows. */
final class RankingHeader extends Region {
    private final Label left = head("at-prefix");
    private final Label right = head("beside");

    RankingHeader() {
        getStyleClass().add("ranking-header");
        left.setId("ranking-title");
        right.setId("beside-title");
        getChildren().addAll(left, right);
    }

    private static Label head(String styleClass) {
        Label label = new Label();
        label.getStyleClass().addAll("column-head", styleClass);
        return label;
    }

    void show(String atPrefix, String beside) {
        left.setText(atPrefix);
        right.setText(beside);
    }

    /** The height of the text, which everything is measured in. */
    javafx.beans.value.ObservableDoubleValue em() {
        return javafx.beans.binding.Bindings.createDoubleBinding(() -> left.getFont().getSize(), left.fontProperty());
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + left.prefHeight(-1) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double inside = getWidth() - snappedLeftInset() - snappedRightInset();
        Columns at = new Columns(inside, left.getFont().getSize());
        double height = left.prefHeight(-1);
        left.resizeRelocate(snappedLeftInset(), snappedTopInset(), at.beside() - at.em(), height);
        right.resizeRelocate(snappedLeftInset() + at.beside(), snappedTopInset(), inside - at.beside(), height);
    }
}
