package org.matryoscope.metric;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.matryoscope.base.Progress;

/**
 * Percentile bootstrap of means of curves (Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13).
 * Whole curves are drawn, so a replicate draws its indices once for all points. Deterministic by seed.
 */
public final class Bootstrap {
    private Bootstrap() {
    }

    /**
     * Draws replicates of the mean curve.
     *
     * @param curves the sample
     * @param replicates how many
     * @param seed of the draws
     * @param progress told of the replicates done; cancels
     * @return {@code result[point][replicate]}; a single curve yields itself in every replicate
     */
    public static double[][] means(CurveSums curves, int replicates, long seed, Progress progress) {
        double[][] result = new double[curves.points()][replicates];
        SplittableRandom random = new SplittableRandom(seed);
        double[] mean = new double[curves.points()];
        for (int replicate = 0; replicate < replicates; replicate++) {
            progress.report(replicate, replicates);
            Arrays.fill(mean, 0);
            int count = 0;
            for (int draw = 0; draw < curves.groups(); draw++) {
                count += curves.addTo(mean, random.nextInt(curves.groups()));
            }
            CurveSums.divide(mean, count);
            for (int point = 0; point < mean.length; point++) {
                result[point][replicate] = mean[point];
            }
        }
        progress.report(replicates, replicates);
        return result;
    }

    /**
     * The central 95 % percentile interval of replicates at every point.
     *
     * @param replicates {@code replicates[point][replicate]}; left as it is
     * @return the interval
     */
    public static Interval interval(double[][] replicates) {
        Interval interval = new Interval(new double[replicates.length], new double[replicates.length]);
        for (int point = 0; point < replicates.length; point++) {
            double[] sorted = replicates[point].clone();
            Arrays.sort(sorted);
            interval.low[point] = percentile(sorted, Interval.TAIL);
            interval.high[point] = percentile(sorted, 1 - Interval.TAIL);
        }
        return interval;
    }

    /**
     * An interval at every point.
     *
     * @param low lower ends
     * @param high upper ends
     */
    public record Interval(double[] low, double[] high) {
        private static final double TAIL = 0.025;
    }

    /** The percentile of a sorted sample, interpolated linearly (Hyndman and Fan's type 7, numpy's default). */
    static double percentile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
