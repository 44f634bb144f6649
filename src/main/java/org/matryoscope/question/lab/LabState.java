package org.matryoscope.question.lab;

import java.util.List;

import org.matryoscope.rotation.Rotation;

/**
 * A training, at one moment.
 *
 * @param steps how many were made
 * @param history the loss along the way
 * @param map the best so far by the held-out loss; the last where nothing is held out
 * @param best at which step it was
 * @param early whether it stopped before the last step, because the held-out loss had not fallen for long
 */
record LabState(int steps, List<Point> history, Rotation map, int best, boolean early) {
    /**
     * The loss at one moment.
     *
     * @param step how many steps were made before
     * @param prefixes the prefixes
     * @param losses the loss at each, of the batch learnt from
     * @param heldOut the weighted mean over the prefixes on what is held out; NaN where nothing is
     */
    record Point(int step, int[] prefixes, double[] losses, double heldOut) {}

    /** Copies the list. */
    LabState {
        history = List.copyOf(history);
    }
}
