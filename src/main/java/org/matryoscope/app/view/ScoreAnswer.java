package org.matryoscope.app.view;

import java.util.List;

import org.matryoscope.study.ScoreCurves;

/**
 * What the Scores view shows.
 *
 * @param documents the documents, in the order of the curves
 * @param names the model's name by side
 * @param trained the trained prefixes of model A
 * @param scores the curves asked for by side: cosines, or plain dot products
 * @param cosines the cosines by side; the same curves where those were asked for
 */
record ScoreAnswer(List<ShownDocument> documents, Sided<String> names, List<Integer> trained, Sided<ScoreCurves> scores,
        Sided<ScoreCurves> cosines) {
    boolean renormalised() {
        return scores.a().renormalised();
    }

    /** Returns D of model A. */
    int dimension() {
        return scores.a().score().length == 0 ? 1 : scores.a().score()[0].length;
    }
}
