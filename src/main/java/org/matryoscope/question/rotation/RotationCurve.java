package org.matryoscope.question.rotation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.matryoscope.metric.MeanCurve;

/**
 * How good one contender's prefixes are.
 *
 * @param prefixes the prefix lengths, ascending, ending with D
 * @param perQuery {@code [query][prefix]}, of random contenders the mean over their draws
 * @param values the mean over the queries with its 95 % interval, by prefix
 */
record RotationCurve(int[] prefixes, double[][] perQuery, MeanCurve values) {
    /** Seed of every bootstrap, so that what is compared is resampled alike. */
    static final long SEED = 1;

    /**
     * Takes the mean over rotations drawn, with bands that span their intervals.
     *
     * @param prefixes the prefix lengths
     * @param draws {@code [query][prefix]} of each, at least one
     */
    static RotationCurve of(int[] prefixes, List<double[][]> draws) {
        double[][] perQuery = new double[draws.getFirst().length][prefixes.length];
        for (double[][] draw : draws) {
            for (int query = 0; query < perQuery.length; query++) {
                for (int p = 0; p < prefixes.length; p++) {
                    perQuery[query][p] += draw[query][p] / draws.size();
                }
            }
        }
        return new RotationCurve(prefixes, perQuery,
                MeanCurve.spanning(draws.stream().map(draw -> MeanCurve.of(draw, SEED)).toList()));
    }

    /** Returns the place of the longest prefix up to d; of the shortest where all are longer. */
    int place(int d) {
        int at = Arrays.binarySearch(prefixes, d);
        return at >= 0 ? at : Math.max(0, -at - 2);
    }

    /** Returns the mean at the longest prefix up to d. */
    double mean(int d) {
        return values.mean()[place(d)];
    }

    /** Returns the mean at full size. */
    double full() {
        return values.mean()[prefixes.length - 1];
    }

    /** Returns this one's mean at a prefix minus another's, paired query by query, at one point. */
    MeanCurve above(RotationCurve other, int d) {
        return MeanCurve.difference(column(place(d)), other.column(other.place(d)), SEED);
    }

    private double[][] column(int at) {
        return Stream.of(perQuery).map(values -> new double[]{values[at]}).toArray(double[][]::new);
    }
}
