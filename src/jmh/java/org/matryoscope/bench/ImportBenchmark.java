package org.matryoscope.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.StoreFile;
import org.matryoscope.vector.VectorStore;
import org.matryoscope.vector.VectorStoreBuilder;

/**
 * Import of a file of raw float32 rows, as the body of an .npy file is, into a store file, beside a plain copy of the same file.
 * Both read what the operating system has in its cache and leave it to write to the disk when it will.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class ImportBenchmark {
    private static final int ROWS_AT_ONCE = 8192;

    /** N; 1 000 000 rows of 768 dimensions are 3 GB. */
    @Param({"1000000"})
    public int rows;

    /** D. */
    @Param({"768"})
    public int dimension;

    /** The format of the store file. */
    @Param({"FLOAT32"})
    public NumberFormat format;

    private Path folder;
    private Path source;
    private Path target;

    /** Writes the file that is read. */
    @Setup(Level.Trial)
    public void write() throws IOException {
        folder = Files.createTempDirectory("import-benchmark");
        source = folder.resolve("rows");
        target = folder.resolve("target");
        SplittableRandom random = new SplittableRandom(1);
        ByteBuffer bytes = ByteBuffer.allocateDirect(dimension * Float.BYTES * 64).order(ByteOrder.nativeOrder());
        try (FileChannel out = FileChannel.open(source, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int row = 0; row < rows; row += 64) {
                bytes.clear();
                while (bytes.hasRemaining()) {
                    bytes.putFloat((int) random.nextLong());
                }
                bytes.flip().limit(Math.min(64, rows - row) * dimension * Float.BYTES);
                out.write(bytes);
            }
        }
    }

    /** Copies the file. */
    @Benchmark
    public Path copy() throws IOException {
        return Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Turns it into a store file. */
    @Benchmark
    public int importRows() throws IOException {
        float[] block = new float[ROWS_AT_ONCE * dimension];
        ByteBuffer bytes = ByteBuffer.allocateDirect(block.length * Float.BYTES).order(ByteOrder.nativeOrder());
        try (FileChannel in = FileChannel.open(source, StandardOpenOption.READ);
                VectorStoreBuilder builder = StoreFile.create(target, rows, dimension, format)) {
            for (int row = 0; row < rows; row += ROWS_AT_ONCE) {
                int count = Math.min(ROWS_AT_ONCE, rows - row);
                bytes.clear().limit(count * dimension * Float.BYTES);
                while (bytes.hasRemaining() && in.read(bytes) >= 0) {
                    // A read may return less than asked for.
                }
                bytes.flip().asFloatBuffer().get(block, 0, count * dimension);
                builder.putBlock(row, count, block);
            }
            try (VectorStore store = builder.build()) {
                return store.includedRows();
            }
        }
    }

    /** Removes what an iteration wrote. */
    @TearDown(Level.Iteration)
    public void clear() throws IOException {
        Files.deleteIfExists(target);
    }

    /** Removes everything. */
    @TearDown(Level.Trial)
    public void delete() throws IOException {
        Files.deleteIfExists(source);
        Files.deleteIfExists(folder);
    }
}
