package org.matryoscope.vector;

/**
 * The inner loops over int8 columns. Bytes are widened to floats, not to ints, since the compiler vectorises only the former;
 * two columns at once halve the traffic of the sums, and four would no longer be vectorised; neither would a loop with two float
 * arrays to write to, which might be the same one.
 */
final class Int8Kernels {
    /** Where the second column of a pair starts. */
    private static final int SECOND = BlockScan.BLOCK;

    private Int8Kernels() {
    }

    /** Adds the products of two columns, the second from {@value BlockScan#BLOCK} on, to a query's sums. */
    static void addPairProducts(byte[] codes, float weight0, float weight1, float[] dots, int count) {
        for (int i = 0; i < count; i++) {
            dots[i] += codes[i] * weight0 + codes[SECOND + i] * weight1;
        }
    }

    /** Adds the squares of two columns to the norms: those of code · root. */
    static void addPairSquares(byte[] codes, float root0, float root1, float[] norms, int count) {
        for (int i = 0; i < count; i++) {
            float a = codes[i] * root0;
            float b = codes[SECOND + i] * root1;
            norms[i] += a * a + b * b;
        }
    }

    /** {@code sums[offset + i] += sign · (int) x[i]} for {@code count} entries. */
    static void addUnits(float[] x, int sign, int[] sums, int offset, int count) {
        for (int i = 0; i < count; i++) {
            sums[offset + i] += sign * (int) x[i];
        }
    }

    /** {@code target[i] = sums[offset + i]}, in units of 2⁻³⁰. */
    static void decode(int[] sums, double[] target, int offset, int count) {
        for (int i = 0; i < count; i++) {
            target[i] = sums[offset + i] * 0x1p-30;
        }
    }

    /** Returns the least of {@code count} entries, rounded to float. */
    static float least(int[] values, int offset, int count) {
        float least = Float.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, values[offset + i]);
        }
        return least;
    }

    /** Returns the greatest of dot · |dot| − bound · norm, in single precision. */
    static float greatestExcess(int[] dots, int[] norms, float bound, int offset, int count) {
        float greatest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            float dot = dots[offset + i];
            greatest = Math.max(greatest, dot * Math.abs(dot) - bound * norms[offset + i]);
        }
        return greatest;
    }
}
