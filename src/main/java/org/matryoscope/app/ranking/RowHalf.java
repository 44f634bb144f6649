package org.matryoscope.app.ranking;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/** One document in one order: rank and move, judgement, score and bar, text. */
final class RowHalf extends Pane {
    private static final PseudoClass UP = PseudoClass.getPseudoClass("up");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");
    private static final PseudoClass NEGATIVE = PseudoClass.getPseudoClass("negative");
    private static final PseudoClass RELEVANT = PseudoClass.getPseudoClass("relevant");
    private static final PseudoClass QUERY = PseudoClass.getPseudoClass("query");

    private final Label rank = label("rank");
    private final Label move = label("move");
    private final Label mark = label("judgement");
    private final Label score = label("score");
    private final Region bar = new Region();
    private final Region barFill = new Region();
    private final Label text = label("text");
    private double share;

    RowHalf() {
        getStyleClass().add("row-half");
        setManaged(false);
        bar.getStyleClass().add("bar");
        barFill.getStyleClass().add("bar-fill");
        text.setWrapText(true);
        bar.setManaged(false);
        barFill.setManaged(false);
        getChildren().addAll(rank, move, mark, score, bar, barFill, text);
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setEllipsisString("…");
        label.setManaged(false);
        return label;
    }

    /**
     * Shows a document.
     *
     * @param list what the list shows
     * @param row the document's row
     * @param position its place, from 0
     * @param moved how many places it stands above its place at full size; null to show none
     * @param value its score
     */
    void show(RankedList list, int row, int position, @Nullable Integer moved, float value) {
        Integer grade = list.grade(row);
        rank.setText(Integer.toString(position + 1));
        move.setText(moved == null ? "" : Scores.move(moved));
        move.pseudoClassStateChanged(UP, moved != null && moved > 0);
        move.pseudoClassStateChanged(DOWN, moved != null && moved < 0);
        boolean isQuery = list.isQuery(row);
        mark.setText(isQuery ? "Q" : grade == null ? "" : grade > 0 ? "✓" : "✕");
        mark.pseudoClassStateChanged(QUERY, isQuery);
        mark.pseudoClassStateChanged(RELEVANT, grade != null && grade > 0);
        score.setText(Scores.format(value));
        share = Math.min(1, Math.abs(value));
        barFill.pseudoClassStateChanged(NEGATIVE, value < 0);
        text.setText(list.text(row));
        requestLayout();
    }

    /** Returns the height of its text in pixels. */
    double em() {
        return rank.getFont().getSize();
    }

    /** Lays it out in the columns of a half. */
    void layOut(Columns at) {
        double height = getHeight();
        double half = height / 2;
        double pad = at.em() * 0.25;
        place(rank, 0, pad, at.rankWidth(), half - pad);
        place(move, 0, half, at.rankWidth(), half - pad);
        place(mark, at.score(), pad, at.em(), half - pad);
        place(score, at.score() + at.em(), pad, at.scoreWidth() - at.em(), half - pad);
        double thickness = at.em() * 0.5;
        double barTop = half + (half - pad - thickness) / 2;
        bar.resizeRelocate(at.score(), barTop, at.scoreWidth(), thickness);
        barFill.resizeRelocate(at.score(), barTop, at.scoreWidth() * share, thickness);
        place(text, at.text(), 0, at.textWidth(), height);
    }

    private static void place(Label label, double x, double y, double width, double height) {
        label.resizeRelocate(x, y, Math.max(0, width), Math.max(0, height));
    }
}
