package org.matryoscope.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.matryoscope.base.Progress;
import org.matryoscope.rotation.Rotation;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.VectorStore;

import static org.assertj.core.api.Assertions.assertThat;

class RotatedVectorsTest {
    @TempDir
    private Path folder = Path.of("");
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void sameVectorsAreMappedOnceAndOthersAnew() throws IOException {
        RotatedVectors kept = RotatedVectors.keptIn(folder, 1 << 20, 0);
        try (VectorStore store = store(1); VectorStore same = store(1); VectorStore other = store(2)) {
            float[] first = row(kept, store, "random");
            assertThat(row(kept, same, "random")).isEqualTo(first);
            assertThat(made).hasValue(1);

            assertThat(row(kept, other, "random")).isNotEqualTo(first);
            row(kept, store, "another recipe");
            assertThat(made).hasValue(3);

            assertThat(row(RotatedVectors.IN_MEMORY, store, "random")).isEqualTo(first);
        }
    }

    @Test
    void aDamagedFileIsMadeAgain() throws IOException {
        RotatedVectors kept = RotatedVectors.keptIn(folder, 1 << 20, 0);
        try (VectorStore store = store(1)) {
            float[] first = row(kept, store, "random");
            for (Path file : files()) {
                Files.writeString(file, "damaged");
            }
            assertThat(row(kept, store, "random")).isEqualTo(first);
            assertThat(made).hasValue(2);
        }
    }

    @Test
    void smallStoresLeaveNothingOnDisk() throws IOException {
        try (VectorStore store = store(1)) {
            row(RotatedVectors.keptIn(folder, 1 << 20), store, "random");
        }
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private float[] row(RotatedVectors rotated, VectorStore store, String recipe) {
        RotatedVectors.Rotated images = rotated.map(store, recipe, NumberFormat.FLOAT32, progress -> {
            made.incrementAndGet();
            return Rotation.random(store.dimension(), 5);
        }, Progress.NONE);
        try (VectorStore opened = images.store()) {
            assertThat(images.rotation()).isEqualTo(Rotation.random(store.dimension(), 5));
            return opened.row(3);
        }
    }

    private static VectorStore store(long seed) {
        Random random = new Random(seed);
        float[][] rows = new float[20][6];
        for (float[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        return VectorStore.of(rows);
    }
}
