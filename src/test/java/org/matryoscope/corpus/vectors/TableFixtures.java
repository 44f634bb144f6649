package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.matryoscope.base.Progress;

/** Files that other software wrote, by src/test/python/vectors/make_tables.py. */
final class TableFixtures {
    private TableFixtures() {
    }

    static Path file(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(TableFixtures.class.getResource("/vectors/tables/" + name), name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a file's vectors with the JDK alone. */
    static float[][] expected(String name) throws IOException {
        return Files.readAllLines(file(name)).stream().map(line -> {
            String[] cells = line.split(",", -1);
            float[] vector = new float[cells.length];
            for (int i = 0; i < cells.length; i++) {
                vector[i] = Float.parseFloat(cells[i]);
            }
            return vector;
        }).toArray(float[][]::new);
    }

    /** Reads all vectors of a field through the reader under test, and checks that blocks follow one another. */
    static float[][] read(Path file, String field) {
        VectorChoice choice = new VectorChoice(field, null, null, List.of(), null);
        try (VectorSource source = VectorFiles.open(file, choice, Progress.NONE)) {
            float[][] rows = new float[source.rows()][];
            int[] next = {0};
            source.read(Progress.NONE, (first, count, rowMajor) -> {
                if (first != next[0]) {
                    throw new AssertionError("block begins at row " + first + " instead of " + next[0]);
                }
                for (int row = 0; row < count; row++) {
                    rows[first + row] = Arrays.copyOfRange(rowMajor, row * source.dimension(),
                            (row + 1) * source.dimension());
                }
                next[0] += count;
            });
            if (next[0] != rows.length) {
                throw new AssertionError(next[0] + " rows read of " + rows.length);
            }
            return rows;
        }
    }
}
