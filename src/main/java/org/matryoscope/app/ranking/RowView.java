package org.matryoscope.app.ranking;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** One row: rank and move, score and bar, text at the prefix; beside it, the text of the same place in the other order. */
final class RowView extends Region {
    private static final PseudoClass UP = PseudoClass.getPseudoClass("up");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");
    private static final PseudoClass NEGATIVE = PseudoClass.getPseudoClass("negative");
    private static final PseudoClass RELEVANT = PseudoClass.getPseudoClass("relevant");
    private static final PseudoClass QUERY = PseudoClass.getPseudoClass("query");
    private static final PseudoClass TRACED = PseudoClass.getPseudoClass("traced");

    private final Label rank = label("rank");
    private final Label move = label("move");
    private final Label mark = label("judgement");
    private final Label score = label("score");
    private final Region bar = new Region();
    private final Region barFill = new Region();
    private final Label text = label("text");
    private final Label besideText = label("beside-text");
    private final Label besideScore = label("beside-score");
    private final Pane sliding = new Pane();
    private double share;
    private int places;

    RowView() {
        getStyleClass().add("row-view");
        bar.getStyleClass().add("bar");
        barFill.getStyleClass().add("bar-fill");
        text.setWrapText(true);
        besideText.setWrapText(true);
        bar.setManaged(false);
        barFill.setManaged(false);
        sliding.setManaged(false);
        sliding.getStyleClass().add("sliding");
        sliding.getChildren().addAll(rank, move, mark, score, bar, barFill, text);
        getChildren().addAll(besideText, besideScore, sliding);
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setEllipsisString("…");
        label.setManaged(false);
        return label;
    }

    /** The half that slides to its new place. */
    Region sliding() {
        return sliding;
    }

    /** Shows the place of a ranking. */
    void show(RankedList list, int position, boolean besideSelected) {
        int row = list.rowAt(position);
        float value = list.ranking().score()[row];
        int moved = list.move(position);
        places = list.size();
        Integer grade = list.grade(row);
        rank.setText(Integer.toString(position + 1));
        move.setText(Scores.move(moved));
        move.pseudoClassStateChanged(UP, moved > 0);
        move.pseudoClassStateChanged(DOWN, moved < 0);
        boolean isQuery = list.isQuery(row);
        mark.setText(isQuery ? "Q" : grade == null ? "" : grade > 0 ? "✓" : "✕");
        mark.pseudoClassStateChanged(QUERY, isQuery);
        mark.pseudoClassStateChanged(RELEVANT, grade != null && grade > 0);
        score.setText(Scores.format(value));
        share = Math.min(1, Math.abs(value));
        barFill.pseudoClassStateChanged(NEGATIVE, value < 0);
        text.setText(list.text(row));
        boolean hasBeside = position < list.beside().length;
        besideText.setText(hasBeside ? list.text(list.beside()[position]) : "");
        besideScore.setText(hasBeside ? Scores.format(list.besideScore()[list.beside()[position]]) : "");
        pseudoClassStateChanged(TRACED, besideSelected);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Columns at = new Columns(getWidth(), rank.getFont().getSize(), places);
        double half = getHeight() / 2;
        double pad = at.em() * 0.25;
        sliding.resizeRelocate(0, 0, at.beside(), getHeight());
        place(rank, 0, pad, at.rankWidth(), half - pad);
        place(move, 0, half, at.rankWidth(), half - pad);
        place(mark, at.score(), pad, at.em(), half - pad);
        place(score, at.score() + at.em(), pad, at.scoreWidth() - at.em(), half - pad);
        double thickness = at.em() * 0.5;
        double barTop = half + (half - pad - thickness) / 2;
        bar.resizeRelocate(at.score(), barTop, at.scoreWidth(), thickness);
        barFill.resizeRelocate(at.score(), barTop, at.scoreWidth() * share, thickness);
        place(text, at.text(), 0, at.textWidth(), getHeight());
        place(besideScore, at.beside(), 0, at.besideScoreWidth(), getHeight());
        place(besideText, at.besideText(), 0, at.besideTextWidth(), getHeight());
    }

    private static void place(Label label, double x, double y, double width, double height) {
        label.resizeRelocate(x, y, Math.max(0, width), Math.max(0, height));
    }
}
