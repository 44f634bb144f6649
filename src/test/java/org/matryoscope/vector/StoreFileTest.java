package org.matryoscope.vector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class StoreFileTest {
    private static final int ROWS = 1500;
    private static final int DIMENSION = 19;

    @TempDir
    private Path folder;

    private Path write(NumberFormat format) {
        Path file = folder.resolve("vectors");
        float[][] vectors = Samples.gaussian(ROWS, DIMENSION, 1);
        vectors[3] = new float[DIMENSION];
        vectors[1400][18] = Float.NaN;
        try (VectorStoreBuilder builder = StoreFile.create(file, ROWS, DIMENSION, format)) {
            builder.putBlock(0, 700, flat(vectors, 0, 700));
            for (int row = ROWS - 1; row >= 700; row--) {
                builder.put(row, vectors[row]);
            }
            try (VectorStore store = builder.build()) {
                assertThat(store.format()).isEqualTo(format);
            }
        }
        return file;
    }

    private static float[] flat(float[][] rows, int from, int to) {
        float[] flat = new float[(to - from) * rows[0].length];
        for (int row = from; row < to; row++) {
            System.arraycopy(rows[row], 0, flat, (row - from) * rows[0].length, rows[0].length);
        }
        return flat;
    }

    /** Long vectors, so that few rows are several groups of the layout. */
    @ParameterizedTest
    @EnumSource
    void rowsOfSeveralGroupsComeBackWhateverTheOrder(NumberFormat format) {
        int rows = 2500;
        int dimension = 8192;
        assertThat(new ColumnLayout(rows, dimension, format).groupRows()).isEqualTo(2048);
        float[][] vectors = Samples.gaussian(rows, dimension, 5);
        try (VectorStoreBuilder inOrder = StoreFile.create(folder.resolve("in-order"), rows, dimension, format);
                VectorStoreBuilder backwards = StoreFile.create(folder.resolve("backwards"), rows, dimension, format)) {
            for (int row = 0; row < rows; row += 100) {
                inOrder.putBlock(row, 100, flat(vectors, row, row + 100));
            }
            for (int row = rows - 1; row >= 0; row--) {
                backwards.put(row, vectors[row]);
            }
            try (VectorStore one = inOrder.build(); VectorStore other = backwards.build()) {
                float[] column = new float[rows];
                float[] same = new float[rows];
                for (int i : new int[]{0, 1, 4095, 8191}) {
                    one.copyColumn(i, 0, column, rows);
                    other.copyColumn(i, 0, same, rows);
                    assertThat(column).as("column %d", i).isEqualTo(same);
                    one.copyColumn(i, 2000, same, 100);
                    assertThat(Arrays.copyOf(same, 100)).isEqualTo(Arrays.copyOfRange(column, 2000, 2100));
                    for (int row = 0; row < rows; row += 7) {
                        assertThat(column[row]).isEqualTo(one.row(row)[i]);
                        assertThat((double) column[row]).isCloseTo(decoded(format, vectors[row], i), within(3e-4));
                    }
                }
                float[] query = Samples.query(dimension, 6);
                float[] scores = new PrefixScan(one, List.of(query), Progress.NONE).scoresAt(64, 0, Scoring.DOT);
                assertThat(scores)
                        .isEqualTo(new PrefixScan(other, List.of(query), Progress.NONE).scoresAt(64, 0, Scoring.DOT));
            }
        }
    }

    private static double decoded(NumberFormat format, float[] vector, int i) {
        return format == NumberFormat.BINARY
                ? (vector[i] < 0 ? -1 : 1) / Math.sqrt(vector.length)
                : vector[i] / Samples.length(vector);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOpenedFileScoresAsTheStoreInMemoryBitForBit(NumberFormat format) throws IOException {
        Path file = write(format);
        assertThat(files()).containsExactly("vectors");
        float[][] vectors = Samples.gaussian(ROWS, DIMENSION, 1);
        vectors[3] = new float[DIMENSION];
        vectors[1400][18] = Float.NaN;
        List<float[]> query = List.of(Samples.query(DIMENSION, 2));
        try (VectorStore memory = VectorStore.of(vectors).in(format, Progress.NONE);
                VectorStore opened = StoreFile.open(file)) {
            assertThat(opened.rows()).isEqualTo(ROWS);
            assertThat(opened.dimension()).isEqualTo(DIMENSION);
            assertThat(opened.excluded()).isEqualTo(memory.excluded()).hasSize(2);
            PrefixScan expected = new PrefixScan(memory, query, Progress.NONE);
            PrefixScan scan = new PrefixScan(opened, query, Progress.NONE);
            for (int d : new int[]{19, 8, 3, 17}) {
                assertThat(scan.scoresAt(d, 0, Scoring.COSINE)).isEqualTo(expected.scoresAt(d, 0, Scoring.COSINE));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 13, 17, 21, 25, 29, 33})
    void refusesADamagedHeader(int at) throws IOException {
        Path file = write(NumberFormat.INT8);
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 0x55;
        Files.write(file, bytes);
        assertThatThrownBy(() -> StoreFile.open(file)).isInstanceOf(Problem.class).hasMessageContaining("vectors: ");
    }

    @Test
    void refusesADamagedTrailer() throws IOException {
        Path file = write(NumberFormat.INT8);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> StoreFile.open(file)).isInstanceOf(Problem.class).hasMessageContaining("damaged");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 4095, 4096, 50_000})
    void refusesACutFile(int length) throws IOException {
        Path file = write(NumberFormat.FLOAT32);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
        assertThatThrownBy(() -> StoreFile.open(file)).isInstanceOf(Problem.class);
    }

    @Test
    void refusesALongerFileOtherFilesAndNone() throws IOException {
        Path file = write(NumberFormat.FLOAT32);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) + 1));
        assertThatThrownBy(() -> StoreFile.open(file)).isInstanceOf(Problem.class).hasMessageContaining("expected");
        Path other = Files.write(folder.resolve("other"), new byte[5000]);
        assertThatThrownBy(() -> StoreFile.open(other)).isInstanceOf(Problem.class).hasMessageContaining("not a file");
        assertThatThrownBy(() -> StoreFile.open(folder.resolve("none"))).isInstanceOf(Problem.class);
    }

    @Test
    void namesAnotherByteOrderAndVersion() throws IOException {
        Path file = write(NumberFormat.FLOAT32);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder());
        int mark = bytes.getInt(8);
        Files.write(file, bytes.putInt(8, Integer.reverseBytes(mark)).array());
        assertThatThrownBy(() -> StoreFile.open(file)).hasMessageContaining("byte order");
        Files.write(file, bytes.putInt(8, mark).putInt(12, 99).array());
        assertThatThrownBy(() -> StoreFile.open(file)).hasMessageContaining("version 99");
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatTheDiskHasNoRoomFor(NumberFormat format) throws IOException {
        Path file = folder.resolve("huge");
        assertThatThrownBy(() -> StoreFile.create(file, Integer.MAX_VALUE, 1_000_000, format))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no room");
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void leavesNothingWhenItIsNotBuilt(NumberFormat format) throws IOException {
        try (VectorStoreBuilder builder = StoreFile.create(folder.resolve("vectors"), 10, 3, format)) {
            builder.put(0, new float[]{1, 2, 3});
            assertThat(files()).isNotEmpty();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void aCancelledConversionLeavesTheOldFile() throws IOException {
        Path file = write(NumberFormat.FLOAT32);
        byte[] before = Files.readAllBytes(file);
        try (VectorStoreBuilder builder = StoreFile.create(file, 1, 3, NumberFormat.INT8)) {
            builder.put(0, new float[]{1, 2, 3});
            assertThatThrownBy(() -> builder.build((done, total) -> {
                throw new CancellationException();
            })).isInstanceOf(CancellationException.class);
        }
        assertThat(files()).containsExactly("vectors");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        Path file = folder.resolve("none").resolve("vectors");
        assertThatThrownBy(() -> StoreFile.create(file, 1, 3, NumberFormat.FLOAT32)).isInstanceOf(Problem.class);
    }

    @Test
    void blocksOfAnySizeGiveTheSameStoreAsSingleRows() {
        int rows = 3000;
        int dimension = 33;
        float[][] vectors = Samples.gaussian(rows, dimension, 7);
        vectors[100] = new float[dimension];
        try (VectorStoreBuilder builder = VectorStore.builder(rows, dimension);
                VectorStore expected = VectorStore.of(vectors)) {
            builder.putBlock(2000, 1000, flat(vectors, 2000, 3000));
            builder.putBlock(0, 1, flat(vectors, 0, 1));
            builder.put(1, vectors[1]);
            builder.putBlock(2, 1998, flat(vectors, 2, 2000));
            assertThatThrownBy(() -> builder.putBlock(2999, 1, new float[dimension]))
                    .hasMessageContaining("put before");
            try (VectorStore store = builder.build()) {
                for (int row = 0; row < rows; row++) {
                    assertThat(store.row(row)).isEqualTo(expected.row(row));
                }
                assertThat(store.excluded()).isEqualTo(expected.excluded());
            }
        }
    }
}
