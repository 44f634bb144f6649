package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.CacheFolders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Random arrays come back as they were written, whatever their shape, number type, order and container. */
class ArrayRoundTripTest {
    @TempDir
    Path folder;

    @BeforeEach
    void cacheInTheFolder() {
        System.setProperty(CacheFolders.FOLDER_PROPERTY, folder.resolve("cache").toString());
    }

    @AfterEach
    void cacheInItsPlace() {
        System.clearProperty(CacheFolders.FOLDER_PROPERTY);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
    void randomArrays(long seed) throws IOException {
        Random random = new Random(seed);
        int dimension = 1 + random.nextInt(random.nextBoolean() ? 5 : 700);
        int rows = 1 + random.nextInt(random.nextBoolean() ? 3 : 1 + 400_000 / dimension);
        float[][] values = new float[rows][dimension];
        for (float[] row : values) {
            for (int i = 0; i < dimension; i++) {
                row[i] = Float.float16ToFloat(Float.floatToFloat16((float) random.nextGaussian()));
            }
        }
        byte[] npy = npy(values, random.nextBoolean(), 2 << random.nextInt(3),
                random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);

        assertThat(VectorReads.all(Files.write(folder.resolve("a.npy"), npy))).isDeepEqualTo(values);
        assertThat(VectorReads.all(zip(npy))).isDeepEqualTo(values);
    }

    @Test
    void blocksAndTilesJoinWithoutSeams() throws IOException {
        float[][] values = new float[70_001][67];
        for (int row = 0; row < values.length; row++) {
            for (int i = 0; i < values[row].length; i++) {
                values[row][i] = (row * 67L + i) % 2048;
            }
        }
        for (boolean columnMajor : new boolean[]{false, true}) {
            Path file = Files.write(folder.resolve("a.npy"), npy(values, columnMajor, 2, ByteOrder.LITTLE_ENDIAN));
            assertThat(VectorReads.all(file)).isDeepEqualTo(values);
        }
    }

    @Test
    void aCompressedArrayOfColumnsLeavesNoTemporaryFileEvenIfCancelled() throws IOException {
        float[][] values = new float[1000][300];
        values[3][4] = 5;
        Path file = zip(npy(values, true, 4, ByteOrder.LITTLE_ENDIAN));
        long before = temporaryFiles();

        assertThat(VectorReads.all(file)).isDeepEqualTo(values);
        assertThat(temporaryFiles()).isEqualTo(before);

        Progress cancelled = (done, total) -> {
            throw new CancellationException();
        };
        try (VectorSource source = VectorFiles.open(file, VectorFiles.preview(file, Progress.NONE).proposed())) {
            assertThatThrownBy(() -> source.read(cancelled, (first, count, rows) -> {
            })).isInstanceOf(CancellationException.class);
        }
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    private static long temporaryFiles() throws IOException {
        Files.createDirectories(CacheFolders.platform());
        try (Stream<Path> files = Files.list(CacheFolders.platform())) {
            return files.filter(file -> file.getFileName().toString().startsWith("columns")).count();
        }
    }

    private static byte[] npy(float[][] values, boolean columnMajor, int size, ByteOrder order) {
        int rows = values.length;
        int dimension = values[0].length;
        ByteBuffer data = ByteBuffer.allocate(rows * dimension * size).order(order);
        for (int i = 0; i < rows * dimension; i++) {
            float value = columnMajor ? values[i % rows][i / rows] : values[i / dimension][i % dimension];
            switch (size) {
                case 2 -> data.putShort(Float.floatToFloat16(value));
                case 4 -> data.putFloat(value);
                default -> data.putDouble(value);
            }
        }
        String type = (order == ByteOrder.LITTLE_ENDIAN ? "<f" : ">f") + size;
        return NpyBytes.of(NpyBytes.header(type, columnMajor, rows, dimension), data.array());
    }

    private Path zip(byte[] npy) throws IOException {
        Path file = folder.resolve("a.npz");
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry("embeddings.npy"));
            zip.write(npy);
        }
        return file;
    }
}
