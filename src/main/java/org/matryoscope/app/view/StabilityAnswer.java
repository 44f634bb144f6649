package org.matryoscope.app.view;

import java.util.List;

import org.matryoscope.study.StabilityCurve;

/**
 * What the Stability view shows.
 *
 * @param names the model's name by side
 * @param trained the trained prefixes of model A
 * @param curves agreement with the full ranking by side
 */
record StabilityAnswer(Sided<String> names, List<Integer> trained, Sided<StabilityCurve> curves) {
    /** Returns D of one side. */
    static int dimension(StabilityCurve curve) {
        return curve.prefixes()[curve.prefixes().length - 1];
    }
}
