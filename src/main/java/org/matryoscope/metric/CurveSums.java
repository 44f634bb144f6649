package org.matryoscope.metric;

import java.util.SplittableRandom;

/**
 * Curves summed in groups, for bootstrapping their mean. With up to {@value #MOST_GROUPS} curves each is a group of its own;
 * more are assigned to that many groups at random, of nearly equal size, and groups are drawn instead of curves. The spread
 * of the mean is the same, since it depends only on the variance within the sample; the cost no longer grows with it.
 */
public final class CurveSums {
    private static final int MOST_GROUPS = 500;

    private final int[] groupOf;
    private final double[][] sums;
    private final int[] counts;

    /**
     * Starts empty.
     *
     * @param curves how many will be added, at least 1
     * @param points entries of each
     * @param seed of the assignment to groups
     */
    public CurveSums(int curves, int points, long seed) {
        int groups = Math.min(curves, MOST_GROUPS);
        groupOf = new int[curves];
        for (int i = 0; i < curves; i++) {
            groupOf[i] = i % groups;
        }
        shuffle(groupOf, new SplittableRandom(seed));
        sums = new double[groups][points];
        counts = new int[groups];
    }

    private static void shuffle(int[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = values[i];
            values[i] = values[j];
            values[j] = swap;
        }
    }

    /**
     * Adds a curve.
     *
     * @param index its number, each once
     * @param curve its entries
     */
    public void add(int index, float[] curve) {
        double[] sum = sums[groupOf[index]];
        for (int point = 0; point < sum.length; point++) {
            sum[point] += curve[point];
        }
        counts[groupOf[index]]++;
    }

    /** Returns the mean curve. */
    public double[] mean() {
        double[] total = new double[points()];
        int count = 0;
        for (int group = 0; group < groups(); group++) {
            count += addTo(total, group);
        }
        divide(total, count);
        return total;
    }

    int groups() {
        return sums.length;
    }

    int points() {
        return sums[0].length;
    }

    /** Adds a group's sum to a total and returns how many curves it holds. */
    int addTo(double[] total, int group) {
        double[] sum = sums[group];
        for (int point = 0; point < sum.length; point++) {
            total[point] += sum[point];
        }
        return counts[group];
    }

    static void divide(double[] total, int count) {
        for (int point = 0; point < total.length; point++) {
            total[point] /= count;
        }
    }
}
