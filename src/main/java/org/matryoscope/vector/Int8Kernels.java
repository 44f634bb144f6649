package org.matryoscope.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The inner loops over int8 columns. Bytes are widened to floats, not to ints, since the compiler vectorises only the former;
 * two columns at once halve the traffic of the sums, and four gain nothing more. A loop with two float arrays to write to, which
 * might be the same one, would not be vectorised. Codes are read where they lie, so that the memory delivers while the processor
 * computes; copying them first would do one after the other.
 */
final class Int8Kernels {
    private Int8Kernels() {
    }

    /** Adds the products of two columns, whose codes begin at {@code first} and {@code second}, to a query's sums. */
    static void addPairProducts(MemorySegment codes, long first, long second, float weight0, float weight1,
            float[] dots, int count) {
        for (int i = 0; i < count; i++) {
            dots[i] += codes.get(ValueLayout.JAVA_BYTE, first + i) * weight0
                    + codes.get(ValueLayout.JAVA_BYTE, second + i) * weight1;
        }
    }

    /** Adds the squares of two columns to the norms: those of code · root. */
    static void addPairSquares(MemorySegment codes, long first, long second, float root0, float root1, float[] norms,
            int count) {
        for (int i = 0; i < count; i++) {
            float a = codes.get(ValueLayout.JAVA_BYTE, first + i) * root0;
            float b = codes.get(ValueLayout.JAVA_BYTE, second + i) * root1;
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

    /**
     * Tells whether dot · |dot| − bound · norm ≥ −margin anywhere, in single precision. Cut to integers, since the greatest of
     * floats costs more to find; what is cut to 0, or is not a number, counts as reached.
     */
    static boolean anyExcess(int[] dots, int[] norms, double bound, double margin, int offset, int count) {
        float boundInUnits = (float) bound * GroupSums.UNITS;
        float marginInUnits = (float) margin * GroupSums.UNITS * GroupSums.UNITS;
        int greatest = Integer.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            float dot = dots[offset + i];
            greatest = Math.max(greatest,
                    (int) (dot * Math.abs(dot) - boundInUnits * norms[offset + i] + marginInUnits));
        }
        return greatest >= 0;
    }
}
