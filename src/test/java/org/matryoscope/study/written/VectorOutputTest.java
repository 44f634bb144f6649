package org.matryoscope.study.written;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
            int[] zeros = new VectorOutput(FileKind.of(file, format), format, D).write(store, CORPUS, file,
                    Progress.NONE);
            assertThat(zeros).isEmpty();
        }
        return file;
    }

    private EmbeddedCorpus read(Path file) {
        return new VectorImport(folder.resolve("cache"), VectorImport.DEFAULT_BYTES).open(
                new ImportRequest(file, VectorFiles.preview(file, Progress.NONE).proposed(), NumberFormat.FLOAT32),
                Progress.NONE);
    }

    private static double[] cut(float[] vector) {
        double norm = Math.sqrt(IntStream.range(0, D).mapToDouble(i -> (double) vector[i] * vector[i]).sum());
        return IntStream.range(0, D).mapToDouble(i -> vector[i] / norm).toArray();
    }

    @ParameterizedTest
    @CsvSource({"a.npy, FLOAT32, 1e-6", "a.npy, FLOAT16, 1e-3", "a.npy, INT8, 0.005", "a.safetensors, FLOAT32, 1e-6",
            "a.safetensors, FLOAT16, 1e-3", "a.safetensors, INT8, 0.005", "a.parquet, FLOAT32, 1e-6",
            "a.parquet, FLOAT16, 1e-3", "a.parquet, INT8, 0.005", "a.jsonl, FLOAT32, 1e-6", "a.jsonl, INT8, 0.005",
            "a.fvecs, FLOAT32, 1e-6"})
    void opensAgainWithTheSameNumbers(String name, NumberFormat format, double rounding) {
        EmbeddedCorpus read = read(written(name, format));
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
            if (name.endsWith("jsonl") || name.endsWith("parquet")) {
                assertThat(read.corpus().levels()).containsExactly("parity");
                assertThat(read.corpus().documents()).isEqualTo(CORPUS.documents());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 3", "64, 64", "129, 128"})
    void whatIsWrittenIsTheTruncatedVectorOfLengthOne(int dimension, int d) throws IOException {
        float[][] rows = Samples.gaussian(9, dimension, dimension);
        Path file = folder.resolve("any.fvecs");
        try (VectorStore store = VectorStore.of(rows)) {
            new VectorOutput(FileKind.FVECS, NumberFormat.FLOAT32, d).write(store, CORPUS, file, Progress.NONE);
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] row : rows) {
            assertThat(bytes.getInt()).isEqualTo(d);
            float[] prefix = Arrays.copyOf(row, d);
            double squares = 0;
            for (float entry : prefix) {
                float found = bytes.getFloat();
                squares += (double) found * found;
                assertThat((double) found).isCloseTo(entry / Samples.length(prefix), within(1e-6));
            }
            assertThat(squares).isCloseTo(1, within(1e-6));
        }
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @Test
    void theScaleMakesCodesNumbersAgain() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(written("scaled.safetensors", NumberFormat.INT8)))
                .order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) bytes.getLong();
        assertThat(length % 8).isZero();
        byte[] text = new byte[length];
        bytes.get(text);
        JsonNode header = new JsonMapper().readTree(text);
        assertThat(header.get("vectors").get("shape").values()).extracting(JsonNode::asInt).containsExactly(50, D);
        assertThat(header.get("scale").get("shape").values()).extracting(JsonNode::asInt).containsExactly(50);
        int codes = bytes.position();
        int scales = codes + header.get("scale").get("data_offsets").get(0).asInt();
        assertThat(bytes.capacity()).isEqualTo(codes + header.get("scale").get("data_offsets").get(1).asInt());
        for (int row = 0; row < VECTORS.length; row++) {
            float scale = bytes.getFloat(scales + row * Float.BYTES);
            double[] expected = cut(VECTORS[row]);
            for (int i = 0; i < D; i++) {
                assertThat((double) bytes.get(codes + row * D + i) * scale).isCloseTo(expected[i],
                        within(scale / 2 + 1e-6));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"signs.npy", "signs.safetensors", "signs.parquet"})
    void signsOpenAgainAsTheBytesTheyArePackedIn(String name) {
        EmbeddedCorpus read = read(written(name, NumberFormat.BINARY));
        try (VectorStore store = read.store()) {
            for (int row = 0; row < VECTORS.length; row++) {
                ByteBuffer packed = ByteBuffer.allocate(2);
                RowCode.put(NumberFormat.BINARY, Arrays.copyOf(VECTORS[row], D), packed);
                double first = Byte.toUnsignedInt(packed.get(0));
                double second = Byte.toUnsignedInt(packed.get(1));
                double norm = Math.hypot(first, second);
                if (norm > 0) {
                    assertThat((double) store.row(row)[0]).isCloseTo(first / norm, within(1e-6));
                    assertThat((double) store.row(row)[1]).isCloseTo(second / norm, within(1e-6));
                }
            }
        }
    }

    @Test
    void manyGroupsOfRowsAreOneTable() {
        float[][] rows = Samples.gaussian(12_000, 512, 5);
        Path file = folder.resolve("groups.parquet");
        Corpus numbered = new Corpus("many", "", List.of("text", "text_"),
                IntStream.range(0, rows.length)
                        .mapToObj(row -> new Document("n" + row, "text " + row, List.of("a" + row % 2, "b" + row % 3)))
                        .toList(),
                List.of());
        try (VectorStore store = VectorStore.of(rows)) {
            new VectorOutput(FileKind.PARQUET, NumberFormat.FLOAT32, 512).write(store, numbered, file, Progress.NONE);
            EmbeddedCorpus read = read(file);
            try (VectorStore again = read.store()) {
                assertThat(read.corpus().levels()).containsExactly("text_", "text__");
                assertThat(read.corpus().documents()).isEqualTo(numbered.documents());
                for (int row = 0; row < rows.length; row += 997) {
                    assertThat(again.row(row)).containsExactly(store.row(row), Offset.offset(1e-6f));
                }
            }
        }
    }

    @Test
    void moreThanTheHeapHoldsIsWritten() throws Exception {
        Path file = folder.resolve("large.parquet");
        Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx96m",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                LargeOutput.class.getName(), file.toString()).inheritIO().start();
        assertThat(java.waitFor()).isZero();
        assertThat(file).isRegularFile();
        assertThat(Files.size(file)).isGreaterThan(100L << 20);
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
            assertThat(
                    new VectorOutput(FileKind.FVECS, NumberFormat.FLOAT32, 2).write(store, CORPUS, file, Progress.NONE))
                    .containsExactly(1);
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
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
            Path other = Files.createDirectory(folder.resolve("folder.npy"));
            assertThatThrownBy(() -> new VectorOutput(FileKind.NPY, NumberFormat.FLOAT32, D).write(store, CORPUS, other,
                    Progress.NONE)).isInstanceOf(Problem.class).hasMessageContaining("a folder has this name");
            Files.delete(other);
        }
        assertThat(file).hasContent("as it was");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }
}
