package org.matryoscope.corpus.vectors;

import java.nio.file.Path;
import java.util.Arrays;

import org.matryoscope.base.Progress;

/** Reads whole files for tests, the way the app does. */
final class VectorReads {
    private VectorReads() {
    }

    /** Reads a file with the proposed choice. */
    static float[][] all(Path file) {
        return all(file, VectorFiles.preview(file, Progress.NONE).proposed());
    }

    /** Reads a file with a choice, and checks that the rows come in order and complete. */
    static float[][] all(Path file, VectorChoice choice) {
        try (VectorSource source = VectorFiles.open(file, choice)) {
            int dimension = source.dimension();
            float[][] rows = new float[source.rows()][];
            int[] next = {0};
            source.read(Progress.NONE, (first, count, rowMajor) -> {
                if (first != next[0] || count < 1) {
                    throw new AssertionError("rows " + first + " + " + count + " after " + next[0]);
                }
                next[0] = first + count;
                for (int row = 0; row < count; row++) {
                    rows[first + row] = Arrays.copyOfRange(rowMajor, row * dimension, (row + 1) * dimension);
                }
            });
            if (next[0] != rows.length) {
                throw new AssertionError("only " + next[0] + " rows of " + rows.length);
            }
            return rows;
        }
    }
}
