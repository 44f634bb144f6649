package org.matryoscope.study.written;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.Document;
import org.matryoscope.corpus.vectors.VectorFiles;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.ImportRequest;
import org.matryoscope.study.VectorImport;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.Samples;
import org.matryoscope.vector.VectorStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class VectorOutputTest {
    private static final int DIMENSION = 24;
    private static final int D = 10;
    private static final float[][] VECTORS = Samples.gaussian(50, DIMENSION, 3);
    private static final Corpus CORPUS = new Corpus("fifty", "", List.of("parity"),
            IntStream.range(0, VECTORS.length)
                    .mapToObj(row -> new Document("id" + row, "text “" + row + "”, and more",
                            List.of(row % 2 == 0 ? "even" : "odd")))
                    .toList(),
            List.of());

    @TempDir
    private Path folder = Path.of("");

    private Path written(String name, NumberFormat format) {
        Path file = folder.resolve(name);
        try (VectorStore store = VectorStore.of(VECTORS)) {
            new VectorOutput(FileKind.of(file, format), format, D).write(store, CORPUS, file, Progress.NONE);
        }
        return file;
    }

    private static double[] cut(float[] vector) {
        double norm = Math.sqrt(IntStream.range(0, D).mapToDouble(i -> (double) vector[i] * vector[i]).sum());
        return IntStream.range(0, D).mapToDouble(i -> vector[i] / norm).toArray();
    }

    @ParameterizedTest
    @CsvSource({"a.npy, FLOAT32, 1e-6", "a.npy, FLOAT16, 1e-3", "a.npy, INT8, 0.005", "a.safetensors, FLOAT32, 1e-6",
            "a.safetensors, FLOAT16, 1e-3", "a.safetensors, INT8, 0.005", "a.jsonl, FLOAT32, 1e-6",
            "a.jsonl, INT8, 0.005", "a.fvecs, FLOAT32, 1e-6"})
    void opensAgainWithTheSameNumbers(String name, NumberFormat format, double rounding) {
        Path file = written(name, format);
        EmbeddedCorpus read = new VectorImport(folder.resolve("cache"), VectorImport.DEFAULT_BYTES).open(
                new ImportRequest(file, VectorFiles.preview(file, Progress.NONE).proposed(), NumberFormat.FLOAT32),
                Progress.NONE);
        try (VectorStore store = read.store()) {
            assertThat(store.dimension()).isEqualTo(D);
            assertThat(store.rows()).isEqualTo(VECTORS.length);
            for (int row = 0; row < VECTORS.length; row++) {
                float[] again = store.row(row);
                double[] expected = cut(VECTORS[row]);
                for (int i = 0; i < D; i++) {
                    assertThat((double) again[i]).isCloseTo(expected[i], within(rounding));
                }
            }
            if (name.endsWith("jsonl")) {
                assertThat(read.corpus().levels()).containsExactly("parity");
                assertThat(read.corpus().documents().get(7)).isEqualTo(CORPUS.documents().get(7));
            }
        }
    }

    @Test
    void signsArePackedAsNumpyPacksThem() throws IOException {
        byte[] bytes = Files.readAllBytes(written("signs.npy", NumberFormat.BINARY));
        int perRow = 2;
        int start = bytes.length - VECTORS.length * perRow;
        assertThat(start % 64).isZero();
        for (int row = 0; row < VECTORS.length; row++) {
            for (int i = 0; i < D; i++) {
                int bit = (bytes[start + row * perRow + i / 8] >> (7 - i % 8)) & 1;
                assertThat(bit).isEqualTo(VECTORS[row][i] >= 0 ? 1 : 0);
            }
        }
    }

    @Test
    void aVectorOfZerosStaysOne() {
        ByteBuffer bytes = ByteBuffer.allocate(4);
        RowCode.put(NumberFormat.INT8, new float[4], bytes);
        assertThat(bytes.array()).containsOnly(0);
    }

    @Test
    void rowsStayWhereTheyAre() throws IOException {
        float[][] rows = Samples.gaussian(3, 4, 1);
        rows[1] = new float[4];
        Path file = folder.resolve("zeros.fvecs");
        try (VectorStore store = VectorStore.of(rows)) {
            new VectorOutput(FileKind.FVECS, NumberFormat.FLOAT32, 2).write(store, CORPUS, file, Progress.NONE);
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.capacity()).isEqualTo(3 * 12);
        assertThat(bytes.getInt(12)).isEqualTo(2);
        assertThat(bytes.getFloat(16)).isZero();
    }

    @Test
    void whatAKindCannotHoldIsRefused() {
        assertThatThrownBy(() -> FileKind.of(Path.of("a.fvecs"), NumberFormat.INT8)).isInstanceOf(Problem.class)
                .hasMessageContaining("fvecs")
                .hasMessageContaining(".jsonl");
        assertThatThrownBy(() -> FileKind.of(Path.of("a.txt"), NumberFormat.FLOAT32)).isInstanceOf(Problem.class)
                .hasMessageContaining("a.txt");
    }

    @Test
    void whatFailsLeavesNothingAndWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.npy"), "as it was");
        try (VectorStore store = VectorStore.of(VECTORS)) {
            assertThatThrownBy(() -> new VectorOutput(FileKind.NPY, NumberFormat.FLOAT32, D).write(store, CORPUS, file,
                    (done, total) -> {
                        throw new CancellationException();
                    })).isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> new VectorOutput(FileKind.NPY, NumberFormat.FLOAT32, D).write(store, CORPUS,
                    folder.resolve("nowhere").resolve("a.npy"), Progress.NONE)).isInstanceOf(Problem.class)
                    .hasMessageContaining("nowhere");
        }
        assertThat(file).hasContent("as it was");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }
}
