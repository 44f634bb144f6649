package org.matryoscope.corpus.vectors;

import java.util.Locale;

/** Vectors as a preview shows them. */
final class VectorCell {
    private static final int SHOWN = 2;

    private VectorCell() {
    }

    /**
     * Shortens a vector to a text like "[0.12, -0.03, … 384 numbers]".
     *
     * @param rowMajor rows of vectors
     * @param row which of them, counted from 0
     * @param dimension entries of each
     */
    static String of(float[] rowMajor, int row, int dimension) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < Math.min(dimension, SHOWN); i++) {
            text.append(i == 0 ? "" : ", ").append(String.format(Locale.ROOT, "%.3g", rowMajor[row * dimension + i]));
        }
        return text.append(dimension > SHOWN ? ", … " + dimension + " numbers]" : "]").toString();
    }
}
