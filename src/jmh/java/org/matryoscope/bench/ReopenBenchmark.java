package org.matryoscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.matryoscope.study.ImportRequest;
import org.matryoscope.study.VectorImport;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.VectorStore;

/** Opening a file of vectors that was imported before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class ReopenBenchmark {
    /** N. */
    @Param({"1000000"})
    public int rows;

    /** D. */
    @Param({"768"})
    public int dimension;

    /** The format of the store file. */
    @Param({"FLOAT32"})
    public NumberFormat format;

    private Path folder = Path.of("unset");
    private Path source = Path.of("unset");

    /** Imports a file. */
    @Setup(Level.Trial)
    public void importOnce() throws IOException {
        folder = Files.createTempDirectory("reopen-benchmark");
        source = folder.resolve("rows.npy");
        new RandomEntries().writeNpy(source, rows, dimension);
        openAgain();
    }

    /** Opens it as the window does, up to the store and the corpus. */
    @Benchmark
    public int openAgain() {
        ImportRequest request = new ImportRequest(source, ImportBenchmark.THE_ARRAY, format);
        VectorImport imports = new VectorImport(folder.resolve("cache"), VectorImport.DEFAULT_BYTES);
        try (VectorStore store = imports.open(request, Progress.NONE).store()) {
            return store.includedRows();
        }
    }

    /** Removes both files. */
    @TearDown(Level.Trial)
    public void delete() throws IOException {
        ImportBenchmark.deleteAll(folder);
    }
}
