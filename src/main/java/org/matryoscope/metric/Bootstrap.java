package org.matryoscope.metric;

import java.util.Arrays;
import java.util.SplittableRandom;

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
     * @param curves at least one, all of equal length
     * @param replicates how many
     * @param seed of the draws
     * @return {@code result[point][replicate]}; a single curve yields itself in every replicate
     */
    public static double[][] means(double[][] curves, int replicates, long seed) {
        int points = curves[0].length;
        double[][] result = new double[points][replicates];
        SplittableRandom random = new SplittableRandom(seed);
        double[] sum = new double[points];
        for (int replicate = 0; replicate < replicates; replicate++) {
            Arrays.fill(sum, 0);
            for (int draw = 0; draw < curves.length; draw++) {
                double[] curve = curves[random.nextInt(curves.length)];
                for (int point = 0; point < points; point++) {
                    sum[point] += curve[point];
                }
            }
            for (int point = 0; point < points; point++) {
                result[point][replicate] = sum[point] / curves.length;
            }
        }
        return result;
    }

    /**
     * The percentile of a sample, interpolated linearly between order statistics (Hyndman and Fan's type 7, numpy's default).
     *
     * @param sorted ascending, at least one
     * @param share 0 … 1
     * @return the percentile
     */
    public static double percentile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
