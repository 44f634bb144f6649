package org.matryoscope.vector;

/** Scaling of vectors to length 1, and what can be wrong with one. */
final class UnitVectors {
    private UnitVectors() {
    }

    /** Writes {@code vector} scaled to length 1, or zeros and returns false if it has no finite direction. */
    static boolean scale(float[] vector, float[] unit) {
        double squares = 0;
        for (float x : vector) {
            squares += (double) x * x;
        }
        boolean usable = squares > 0 && squares < Double.POSITIVE_INFINITY;
        double scale = usable ? 1 / Math.sqrt(squares) : 0;
        for (int i = 0; i < unit.length; i++) {
            unit[i] = usable ? (float) (vector[i] * scale) : 0;
        }
        return usable;
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
