package org.matryoscope.app.view;

import java.util.List;

import org.matryoscope.study.FormatCurves;

/**
 * What the Formats view shows.
 *
 * @param names the model's name by side
 * @param trained the trained prefixes of model A
 * @param curves agreement of each format by side
 */
record FormatsAnswer(Sided<String> names, List<Integer> trained, Sided<FormatCurves> curves) {
    /** Returns the larger D. */
    int widest() {
        return curves.answers().values().stream().mapToInt(FormatCurves::dimension).max().orElseThrow();
    }
}
