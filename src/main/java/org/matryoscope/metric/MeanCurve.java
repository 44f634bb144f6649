package org.matryoscope.metric;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * The mean of curves over queries, with the 95 % percentile bootstrap interval of the mean over the queries. Whole curves are
 * resampled, so that the intervals of neighbouring points belong together. A value that is not defined (NaN) is left out of its
 * point's mean; a point without any value is NaN.
 *
 * @param mean by point
 * @param low lower ends of the interval
 * @param high upper ends; the interval of one query is the point itself
 */
public record MeanCurve(double[] mean, double[] low, double[] high) {
    /** How many times queries are resampled. */
    public static final int REPLICATES = 1000;

    /**
     * Takes the mean.
     *
     * @param curves {@code curves[query][point]}, at least one, all of one length
     * @param seed of the resampling; the same for curves that are to be compared
     * @return the mean and its interval
     */
    public static MeanCurve of(double[][] curves, long seed) {
        return resampled(curves, seed, UnaryOperator.identity());
    }

    /** Takes what follows from the means, of the queries as they are and of each resampling. */
    private static MeanCurve resampled(double[][] curves, long seed, UnaryOperator<double[]> ofMeans) {
        int points = curves[0].length;
        int[] each = new int[curves.length];
        Arrays.setAll(each, i -> i);
        double[] value = ofMeans.apply(mean(curves, each));
        if (curves.length == 1) {
            return new MeanCurve(value, value, value);
        }
        double[][] replicates = new double[points][REPLICATES];
        SplittableRandom random = new SplittableRandom(seed);
        int[] drawn = new int[curves.length];
        for (int r = 0; r < REPLICATES; r++) {
            Arrays.setAll(drawn, i -> random.nextInt(curves.length));
            double[] replicate = ofMeans.apply(mean(curves, drawn));
            for (int point = 0; point < points; point++) {
                replicates[point][r] = replicate[point];
            }
        }
        Bootstrap.Interval interval = Bootstrap.interval(replicates);
        return new MeanCurve(value, interval.low(), interval.high());
    }

    /**
     * Takes the mean as a share of the mean at the last point, with the interval of that share: both are resampled together.
     *
     * @param curves {@code curves[query][point]}, at least one, all of one length
     * @param seed of the resampling
     * @return shares; NaN where the last mean is 0
     */
    public static MeanCurve shareOfLast(double[][] curves, long seed) {
        return resampled(curves, seed, MeanCurve::byLast);
    }

    private static double[] byLast(double[] means) {
        double last = means[means.length - 1];
        return Arrays.stream(means).map(value -> last == 0 ? Double.NaN : value / last).toArray();
    }

    /**
     * Takes the mean of paired differences: query by query, so that what queries have in common does not widen the interval.
     *
     * @param curves {@code curves[query][point]}
     * @param others the same queries' other curves
     * @param seed of the resampling
     * @return the mean of {@code curves − others} and its interval
     */
    public static MeanCurve difference(double[][] curves, double[][] others, long seed) {
        double[][] differences = new double[curves.length][];
        for (int query = 0; query < curves.length; query++) {
            double[] one = curves[query];
            double[] other = others[query];
            differences[query] = new double[one.length];
            Arrays.setAll(differences[query], point -> one[point] - other[point]);
        }
        return of(differences, seed);
    }

    /**
     * Takes the mean of several means, with a band that spans their intervals.
     *
     * @param means at least one, all of one length
     */
    public static MeanCurve spanning(List<MeanCurve> means) {
        int points = means.getFirst().mean().length;
        double[] mean = new double[points];
        double[] low = new double[points];
        double[] high = new double[points];
        for (int i = 0; i < points; i++) {
            int point = i;
            mean[i] = means.stream().mapToDouble(each -> each.mean()[point]).average().orElseThrow();
            low[i] = means.stream().mapToDouble(each -> each.low()[point]).min().orElseThrow();
            high[i] = means.stream().mapToDouble(each -> each.high()[point]).max().orElseThrow();
        }
        return new MeanCurve(mean, low, high);
    }

    private static double[] mean(double[][] curves, int[] queries) {
        double[] sum = new double[curves[0].length];
        int[] count = new int[sum.length];
        for (int query : queries) {
            double[] curve = curves[query];
            for (int point = 0; point < sum.length; point++) {
                if (!Double.isNaN(curve[point])) {
                    sum[point] += curve[point];
                    count[point]++;
                }
            }
        }
        Arrays.setAll(sum, point -> count[point] == 0 ? Double.NaN : sum[point] / count[point]);
        return sum;
    }
}
