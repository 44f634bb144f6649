package org.matryoscope.metric;

import java.util.Arrays;

/**
 * Nested analysis of variance: the sum of squares of a variable split over levels of ever finer groups and the residual
 * within the finest, and the variance component of each, by equating sums of squares with their expectations (Searle,
 * Casella and McCulloch, "Variance Components", 1992, chapter 5), which holds for unbalanced designs too. Prepared once for
 * a grouping, then applied to many variables. Not thread-safe.
 */
public final class NestedVariance {
    private final int[][] group;
    private final double[][] size;
    private final int[][] parent;
    private final double[] degrees;
    private final double[][] coefficient;

    /**
     * Prepares a grouping.
     *
     * @param group {@code group[l][n]} = number of observation n's group at level l, coarse to fine, numbered from 0 without
     *            gaps, each group lying within one group of the level before; at least one level and one observation
     */
    public NestedVariance(int[][] group) {
        int levels = group.length;
        int count = group[0].length;
        this.group = Arrays.stream(group).map(int[]::clone).toArray(int[][]::new);
        size = new double[levels][];
        parent = new int[levels][];
        for (int level = 0; level < levels; level++) {
            int groups = Arrays.stream(group[level]).max().orElse(-1) + 1;
            size[level] = new double[groups];
            parent[level] = new int[groups];
            for (int n = 0; n < count; n++) {
                size[level][group[level][n]]++;
                parent[level][group[level][n]] = level == 0 ? 0 : group[level - 1][n];
            }
        }
        degrees = new double[levels + 1];
        for (int level = 0; level < levels; level++) {
            degrees[level] = size[level].length - (level == 0 ? 1 : size[level - 1].length);
        }
        degrees[levels] = count - size[levels - 1].length;
        coefficient = expectationCoefficients(count);
    }

    /**
     * The split of one variable. Entry l of each array is level l; the last is the residual.
     *
     * @param sumOfSquares sums of squares, which add up to the total about the mean
     * @param component variance components; can be negative, and 0 where the design has no degrees of freedom for it
     */
    public record Split(double[] sumOfSquares, double[] component) {}

    /**
     * Splits one variable.
     *
     * @param values one value an observation
     * @return the split
     */
    public Split split(double[] values) {
        double[] sumOfSquares = sumsOfSquares(values);
        return new Split(sumOfSquares, components(sumOfSquares));
    }

    private double[] sumsOfSquares(double[] values) {
        int levels = group.length;
        double[] result = new double[levels + 1];
        double grandMean = Arrays.stream(values).average().orElseThrow();
        double[] coarserMean = {grandMean};
        for (int level = 0; level < levels; level++) {
            double[] mean = new double[size[level].length];
            for (int n = 0; n < values.length; n++) {
                mean[group[level][n]] += values[n];
            }
            for (int g = 0; g < mean.length; g++) {
                mean[g] /= size[level][g];
                double distance = mean[g] - coarserMean[parent[level][g]];
                result[level] += size[level][g] * distance * distance;
            }
            coarserMean = mean;
        }
        for (int n = 0; n < values.length; n++) {
            double distance = values[n] - coarserMean[group[levels - 1][n]];
            result[levels] += distance * distance;
        }
        return result;
    }

    private double[] components(double[] sumOfSquares) {
        int levels = group.length;
        double[] component = new double[levels + 1];
        component[levels] = degrees[levels] > 0 ? sumOfSquares[levels] / degrees[levels] : 0;
        for (int level = levels - 1; level >= 0; level--) {
            double explained = degrees[level] * component[levels];
            for (int finer = level + 1; finer < levels; finer++) {
                explained += coefficient[level][finer] * component[finer];
            }
            component[level] = degrees[level] > 0 ? (sumOfSquares[level] - explained) / coefficient[level][level] : 0;
        }
        return component;
    }

    /**
     * {@code result[s][t]}, t ≥ s: how often the component of level t is contained in the expected sum of squares of level s,
     * Σ over groups h of level t of n_h²·(1/n of h's group at level s − 1/n of h's group at level s − 1).
     */
    private double[][] expectationCoefficients(int count) {
        int levels = group.length;
        double[][] result = new double[levels][levels];
        for (int t = 0; t < levels; t++) {
            for (int h = 0; h < size[t].length; h++) {
                double squared = size[t][h] * size[t][h];
                int ancestor = h;
                for (int s = t; s >= 0; s--) {
                    double coarserSize = s == 0 ? count : size[s - 1][parent[s][ancestor]];
                    result[s][t] += squared * (1 / size[s][ancestor] - 1 / coarserSize);
                    ancestor = parent[s][ancestor];
                }
            }
        }
        return result;
    }
}
