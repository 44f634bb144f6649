package org.matryoscope.vector;

/**
 * The inner loops over one block of rows, plain enough for the compiler to vectorise.
 *
 * <p>Reversible sums: a product of entries of unit vectors lies in [−1, 1]; adding and subtracting {@link #ANCHOR} rounds it
 * to a multiple of 2⁻⁵¹, and sums of such multiples below 4 are exact in double precision. So adding a column and taking
 * it away again restores every bit, and the accumulators at a prefix depend on the prefix alone, not on the way there.
 * The rounding itself costs at most 2⁻⁵² a dimension.
 */
final class Kernels {
    /** In [2, 4), where consecutive doubles are 2⁻⁵¹ apart; 3 ± 1 stays in it. */
    private static final double ANCHOR = 3;

    private Kernels() {
    }

    private static double rounded(double product) {
        return product + ANCHOR - ANCHOR;
    }

    /** {@code sums[offset + i] += round(x[i] · y)} for {@code count} entries. */
    static void addProducts(float[] x, double y, double[] sums, int offset, int count) {
        for (int i = 0; i < count; i++) {
            sums[offset + i] += rounded(x[i] * y);
        }
    }

    /** {@code sums[offset + i] += sign · round(x[i]²)} for {@code count} entries. */
    static void addSquares(float[] x, double sign, double[] sums, int offset, int count) {
        for (int i = 0; i < count; i++) {
            sums[offset + i] += rounded(x[i] * (sign * x[i]));
        }
    }

    /** {@code sums[i] += x[i] · y} for {@code count} entries, without rounding to the grid. */
    static void addPlainProducts(float[] x, double y, double[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += x[i] * y;
        }
    }

    /** {@code sums[i] += x[i]²} for {@code count} entries, without rounding to the grid. */
    static void addPlainSquares(float[] x, double[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += (double) x[i] * x[i];
        }
    }

    /** Returns the least of {@code count} entries. */
    static double least(double[] values, int offset, int count) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, values[offset + i]);
        }
        return least;
    }

    /** Returns the greatest of dot · |dot| − bound · norm. */
    static double greatestExcess(double[] dots, double[] norms, double bound, int offset, int count) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            double dot = dots[offset + i];
            greatest = Math.max(greatest, dot * Math.abs(dot) - bound * norms[offset + i]);
        }
        return greatest;
    }

    /** {@code scores[i] = dots[offset + i] / √(queryNorm · norms[offset + i])}. */
    static void cosines(double[] dots, double[] norms, double queryNorm, float[] scores, int offset, int count) {
        for (int i = 0; i < count; i++) {
            scores[i] = (float) (dots[offset + i] / Math.sqrt(queryNorm * norms[offset + i]));
        }
    }

    /** {@code scores[i] = dots[offset + i]}. */
    static void dots(double[] dots, float[] scores, int offset, int count) {
        for (int i = 0; i < count; i++) {
            scores[i] = (float) dots[offset + i];
        }
    }
}
