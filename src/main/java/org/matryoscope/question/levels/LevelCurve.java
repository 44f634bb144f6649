package org.matryoscope.question.levels;

import org.matryoscope.metric.MeanCurve;

/**
 * How often the nearest texts tell a text's label at one level.
 *
 * @param name the level's name
 * @param prefixes the prefix lengths measured, ascending, ending with D
 * @param accuracy the share of texts whose label the vote of their nearest finds, by prefix, 0 … 1, with its 95 % interval
 * @param labels how many different labels there are
 * @param texts how many texts have one
 */
public record LevelCurve(String name, int[] prefixes, MeanCurve accuracy, int labels, int texts) {
    /** The share of the accuracy at full size from which on a level is resolved. */
    public static final double RESOLVED = 0.95;

    /** Returns the least prefix that reaches 95 % of the accuracy at D. */
    public int resolvedAt() {
        double needed = RESOLVED * accuracy.mean()[prefixes.length - 1];
        int at = 0;
        while (accuracy.mean()[at] < needed) {
            at++;
        }
        return prefixes[at];
    }
}
