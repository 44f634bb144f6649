package org.matryoscope.question.verdict;

import java.util.Arrays;

import org.matryoscope.metric.MeanCurve;

/**
 * How much of something prefixes keep of what full size has.
 *
 * @param name what is kept: "overlap@10", "NDCG@10"
 * @param prefixes the prefix lengths measured, ascending, ending with D
 * @param share by prefix, 1 for all, with its 95 % interval
 * @param queries how many queries the means are over
 */
public record KeptMeasure(String name, int[] prefixes, MeanCurve share, int queries) {
    /**
     * The least prefix that keeps a share, there and at every longer prefix.
     *
     * @param share the share
     * @param d the prefix by the means
     * @param low the prefix by the upper ends of the intervals
     * @param high the prefix by the lower ends
     */
    public record Smallest(double share, int d, int low, int high) {}

    /** Returns D. */
    public int dimension() {
        return prefixes[prefixes.length - 1];
    }

    /** Returns the place of a prefix; negative where it was not measured. */
    public int place(int d) {
        return Arrays.binarySearch(prefixes, d);
    }

    /** Finds the least prefix that keeps a share. */
    public Smallest smallest(double least) {
        return new Smallest(least, from(share.mean(), least), from(share.high(), least), from(share.low(), least));
    }

    private int from(double[] values, double least) {
        int at = prefixes.length - 1;
        while (at > 0 && values[at - 1] >= least) {
            at--;
        }
        return prefixes[at];
    }
}
