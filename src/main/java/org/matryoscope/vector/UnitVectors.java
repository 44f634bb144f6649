package org.matryoscope.vector;

/** Scaling of vectors to length 1, and what can be wrong with one. */
final class UnitVectors {
    private static final int SUMS = 4;

    private UnitVectors() {
    }

    /** Returns what to multiply a vector's entries by to give it length 1, or 0 if it has no finite direction. */
    static double factor(float[] entries, int offset, int dimension) {
        // Four sums that do not wait for one another.
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = offset;
        int end = offset + dimension;
        for (; i <= end - SUMS; i += SUMS) {
            a += (double) entries[i] * entries[i];
            b += (double) entries[i + 1] * entries[i + 1];
            c += (double) entries[i + 2] * entries[i + 2];
            d += (double) entries[i + 3] * entries[i + 3];
        }
        for (; i < end; i++) {
            a += (double) entries[i] * entries[i];
        }
        double squares = a + b + (c + d);
        return squares > 0 && squares < Double.POSITIVE_INFINITY ? 1 / Math.sqrt(squares) : 0;
    }

    /** Names what keeps a vector from having a direction, with its dimension counted from 1. */
    static String defect(float[] vector) {
        for (int i = 0; i < vector.length; i++) {
            if (Float.isNaN(vector[i])) {
                return "NaN at dimension " + (i + 1);
            }
            if (Float.isInfinite(vector[i])) {
                return "infinite at dimension " + (i + 1);
            }
        }
        return "all entries are zero";
    }
}
