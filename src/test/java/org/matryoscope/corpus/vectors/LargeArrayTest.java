package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/** Files with more entries than an int counts and more bytes than 4 GiB; they are sparse, so they take no room on the disk. */
class LargeArrayTest {
    private static final int ROWS = 4_200_000;
    private static final int DIMENSION = 512;
    private static final float SEVEN = 7;

    @TempDir
    Path folder;

    @Test
    void theLastRowIsFoundBeyondFourGigabytes() throws IOException {
        Path file = write(false, (long) ROWS * DIMENSION - 2);
        try (ArrayFile arrays = NpyFile.open(file)) {
            StoredArray array = arrays.arrays().getFirst();
            float[] rows = new float[2 * DIMENSION];
            new RowsInOrder(array, (NumberItems) array.items(), arrays.bytes(array)).read(ROWS - 2, 2, rows);
            assertThat(rows[2 * DIMENSION - 2]).isEqualTo(7);
            assertThat(rows[DIMENSION - 2]).isZero();
        }
    }

    @Test
    @Tag("slow")
    void rowsAreReadToTheLastInLittleMemory() throws IOException {
        Path file = write(false, (long) ROWS * DIMENSION - 2);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] sum = {0};
        float[] lastButOne = {0};

        long before = threads.getCurrentThreadAllocatedBytes();
        try (ArrayFile arrays = NpyFile.open(file)) {
            StreamedVectors vectors = new StreamedVectors(arrays, arrays.arrays().getFirst());
            vectors.read(Progress.NONE, (first, count, rowMajor) -> {
                for (int row = 0; row < count; row++) {
                    sum[0] += rowMajor[row * DIMENSION + DIMENSION - 2];
                }
                lastButOne[0] = rowMajor[count * DIMENSION - 2];
            });
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(128L << 20);
        assertThat(lastButOne[0]).isEqualTo(7);
        assertThat(sum[0]).isEqualTo(7);
    }

    @Test
    void columnsAreFoundBeyondFourGigabytes() throws IOException {
        Path file = write(true, (long) ROWS * (DIMENSION - 1) + 3);
        try (ArrayFile arrays = NpyFile.open(file)) {
            new StreamedVectors(arrays, arrays.arrays().getFirst()).readFirst(5, Progress.NONE,
                    (first, count, rowMajor) -> {
                        assertThat(rowMajor[3 * DIMENSION + DIMENSION - 1]).isEqualTo(7);
                        assertThat(rowMajor[4 * DIMENSION + DIMENSION - 1]).isZero();
                    });
        }
    }

    /** Writes zeros and one 7. */
    private Path write(boolean columnMajor, long place) throws IOException {
        Path file = folder.resolve("large.npy");
        byte[] header = NpyBytes.of(NpyBytes.header("<f4", columnMajor, ROWS, DIMENSION), new byte[0]);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(header), 0);
            channel.write(ByteBuffer.wrap(new byte[1]), header.length + 4L * ROWS * DIMENSION - 1);
            channel.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(SEVEN).flip(),
                    header.length + 4 * place);
        }
        return file;
    }
}
