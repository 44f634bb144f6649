package org.matryoscope.app.view;

import java.util.List;

import org.matryoscope.study.GapCurve;

/**
 * What the Gap view shows.
 *
 * @param question what was asked
 * @param names the model's name by side
 * @param trained the trained prefixes of model A
 * @param curves similarities and gap by side
 */
record GapAnswer(GapQuestion question, Sided<String> names, List<Integer> trained, Sided<GapCurve> curves) {
    /** Returns D of model A. */
    int dimension() {
        return curves.a().gap().length;
    }
}
