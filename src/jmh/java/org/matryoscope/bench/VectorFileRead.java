package org.matryoscope.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
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

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.vectors.VectorChoice;
import org.matryoscope.corpus.vectors.VectorFiles;
import org.matryoscope.corpus.vectors.VectorSource;

/** Reading an npy file of float32 rows, beside a copy of the same file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class VectorFileRead {
    /** N. */
    @Param("350000")
    int rows;
    /** D. */
    @Param("768")
    int dimension;

    private Path file = Path.of("unset");
    private Path copy = Path.of("unset");

    /** Writes a file of random numbers. */
    @Setup(Level.Trial)
    public void write() throws IOException {
        file = Files.createTempFile("vectors", ".npy");
        copy = file.resolveSibling(file.getFileName() + ".copy");
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d)}".formatted(rows, dimension);
        Random random = new Random(1);
        ByteBuffer row = ByteBuffer.allocate(dimension * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(ByteBuffer.allocate(10 + header.length())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put(new byte[]{(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                    .putShort((short) header.length())
                    .put(header.getBytes(StandardCharsets.US_ASCII))
                    .array());
            for (int i = 0; i < rows; i++) {
                row.putFloat(i % dimension * Float.BYTES, random.nextFloat() + 0.5f);
                out.write(row.array());
            }
        }
    }

    /** Deletes both files. */
    @TearDown(Level.Trial)
    public void delete() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(copy);
    }

    /** Reads all rows. */
    @Benchmark
    public float readRows() {
        float[] last = new float[1];
        try (VectorSource source = VectorFiles.open(file, new VectorChoice("", null, null, List.of(), null))) {
            source.read(Progress.NONE, (first, count, rowMajor) -> last[0] = rowMajor[0]);
        }
        return last[0];
    }

    /** Copies the file. */
    @Benchmark
    public Path copyFile() throws IOException {
        return Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    }
}
