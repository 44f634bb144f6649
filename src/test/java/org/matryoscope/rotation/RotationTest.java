package org.matryoscope.rotation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.vector.Moments;
import org.matryoscope.vector.Samples;
import org.matryoscope.vector.Scoring;
import org.matryoscope.vector.VectorStore;
import org.matryoscope.vector.VectorStoreBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** What rotations keep, against products written out. */
class RotationTest {
    private static final int DIMENSION = 24;
    private static final int ROWS = 5000;

    @TempDir
    static Path folder = Path.of("");

    private static Rotation of(RotationKind kind, VectorStore store) {
        return switch (kind) {
            case AS_IS, TRAINED -> Rotation.asIs(store.dimension());
            case PCA -> PcaFit.fit(store, "samples", Progress.NONE);
            case RANDOM -> Rotation.random(store.dimension(), 7);
            case SHUFFLED -> Rotation.shuffled(store.dimension(), 7);
        };
    }

    @ParameterizedTest
    @EnumSource
    void isOrthogonalAndKeepsFullSizeCosines(RotationKind kind) {
        float[][] vectors = Samples.gaussian(ROWS, DIMENSION, 1);
        vectors[3] = new float[DIMENSION];
        float[] query = Samples.query(DIMENSION, 2);
        try (VectorStore store = VectorStore.of(vectors)) {
            Rotation rotation = of(kind, store);
            for (int a = 0; a < DIMENSION; a++) {
                for (int b = 0; b <= a; b++) {
                    int one = a;
                    int other = b;
                    double product = IntStream.range(0, DIMENSION)
                            .mapToDouble(i -> (double) rotation.at(one, i) * rotation.at(other, i))
                            .sum();
                    assertThat(product).isCloseTo(a == b ? 1 : 0, within(1e-6));
                }
            }
            try (VectorStore images = images(rotation, store)) {
                assertThat(images.isExcluded(3)).isTrue();
                float[] image = rotation.apply(query);
                for (int row : new int[]{0, 1, 4095, 4096, ROWS - 1}) {
                    assertThat(Samples.score(image, images.row(row), DIMENSION, Scoring.COSINE))
                            .isCloseTo(Samples.score(query, vectors[row], DIMENSION, Scoring.COSINE), within(1e-6));
                    assertThat(images.row(row)).containsExactly(unit(rotation.apply(vectors[row])), within(1e-6f));
                }
            }
        }
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float x : vector) {
            squares += (double) x * x;
        }
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] / Math.sqrt(squares));
        }
        return unit;
    }

    @Test
    void principalAxesAreUncorrelatedAndInOrder() {
        float[][] vectors = Samples.gaussian(ROWS, DIMENSION, 1);
        for (float[] vector : vectors) {
            vector[5] *= 4;
            vector[9] += 0.5f * vector[5];
        }
        try (VectorStore store = VectorStore.of(vectors);
                VectorStore images = images(of(RotationKind.PCA, store), store)) {
            double[][] second = Moments.of(images, Progress.NONE).second();
            for (int i = 0; i < DIMENSION; i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(second[i][j]).isCloseTo(0, within(1e-7));
                }
                assertThat(i == 0 || second[i][i] <= second[i - 1][i - 1] + 1e-9).isTrue();
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameRotation() {
        assertThat(Rotation.random(8, 3)).isEqualTo(Rotation.random(8, 3)).isNotEqualTo(Rotation.random(8, 4));
        assertThat(Rotation.shuffled(8, 3)).isEqualTo(Rotation.shuffled(8, 3)).isNotEqualTo(Rotation.shuffled(8, 4));
    }

    @Test
    void isSavedWithItsFactsAndRead() {
        try (VectorStore store = VectorStore.of(Samples.gaussian(50, 6, 1))) {
            Rotation rotation = of(RotationKind.PCA, store);
            Path file = folder.resolve("pca.safetensors");
            RotationFile.save(rotation, file);
            Rotation read = RotationFile.load(file);
            assertThat(read).isEqualTo(rotation);
            assertThat(read.fittedOn()).isEqualTo("samples");
            assertThat(read.fittedRows()).isEqualTo(50);
        }
    }

    @Test
    void aFileThatCallsAMapAsIsIsAppliedAllTheSame() throws Exception {
        Path file = folder.resolve("named.safetensors");
        RotationFile.save(Rotation.shuffled(6, 3), file);
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\"shuffled\"", "\"as-is\"   ");
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
        Rotation read = RotationFile.load(file);
        float[] vector = {1, 2, 3, 4, 5, 6};
        assertThat(read.kind()).isEqualTo(RotationKind.TRAINED);
        assertThat(read.apply(vector)).isEqualTo(Rotation.shuffled(6, 3).apply(vector)).isNotEqualTo(vector);
    }

    @Test
    void wrongFilesAndDimensionsAreRefused() throws Exception {
        Path file = Files.write(folder.resolve("wrong.safetensors"), new byte[]{1, 2, 3});
        assertThatThrownBy(() -> RotationFile.load(file)).isInstanceOf(Problem.class).hasMessageContaining("too short");
        Path text = Files.writeString(folder.resolve("text.safetensors"), "this is no tensor at all, only words");
        assertThatThrownBy(() -> RotationFile.load(text)).isInstanceOf(Problem.class)
                .hasMessageContaining("does not begin");
        assertThatThrownBy(() -> Rotation.random(4, 1).apply(new float[5])).isInstanceOf(Problem.class)
                .hasMessageContaining("of 4 dimensions, and the vectors have 5");
    }

    private static VectorStore images(Rotation rotation, VectorStore store) {
        try (VectorStoreBuilder builder = VectorStore.builder(store.rows(), store.dimension())) {
            rotation.apply(store, builder, Progress.NONE);
            return builder.build();
        }
    }
}
