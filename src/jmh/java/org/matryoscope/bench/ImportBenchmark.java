package org.matryoscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

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
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.ImportRequest;
import org.matryoscope.study.VectorImport;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.VectorStore;

/**
 * Import of an npy file of float32 rows, as the window does it, beside {@code cp} on the same file. Both leave it to the
 * operating system when to write what they made to the disk.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class ImportBenchmark {
    /** What is chosen of a file that holds nothing but vectors. */
    static final VectorChoice THE_ARRAY = new VectorChoice("", null, null, List.of(), null);

    /** N; 1 000 000 rows of 768 dimensions are 3 GB. */
    @Param({"1000000"})
    public int rows;

    /** D. */
    @Param({"768"})
    public int dimension;

    /** The format of the store file. */
    @Param({"FLOAT32"})
    public NumberFormat format;

    /** Where the file lies before. */
    @Param({"WARM", "COLD"})
    public PageCache cache;

    private Path folder = Path.of("unset");
    private Path source = Path.of("unset");
    private Path written = Path.of("unset");

    /** Writes the file that is read. */
    @Setup(Level.Trial)
    public void write() throws IOException {
        folder = Files.createTempDirectory("import-benchmark");
        source = folder.resolve("rows.npy");
        written = folder.resolve("written");
        new RandomEntries().writeNpy(source, rows, dimension);
    }

    /** Puts it into the operating system's memory, or out of it. */
    @Setup(Level.Iteration)
    public void prepare() throws IOException {
        Files.createDirectory(written);
        cache.prepare(source);
    }

    /** Copies the file with the system's own program, which must write all of it. */
    @Benchmark
    public List<String> cp() throws IOException {
        return Programs.run("cp", source.toString(), written.resolve("copy").toString());
    }

    /** Reads all rows, and does nothing with them. */
    @Benchmark
    public float readRows() {
        float[] last = new float[1];
        try (VectorSource rowsOfIt = VectorFiles.open(source, THE_ARRAY)) {
            rowsOfIt.read(Progress.NONE, (first, count, rowMajor) -> last[0] = rowMajor[0]);
        }
        return last[0];
    }

    /** Opens the file for the first time: free space, header, rows scaled to length 1, columns in the cache, corpus. */
    @Benchmark
    public int importNpy() {
        ImportRequest request = new ImportRequest(source, THE_ARRAY, format);
        EmbeddedCorpus opened = new VectorImport(written, VectorImport.DEFAULT_BYTES).open(request, Progress.NONE);
        try (VectorStore store = opened.store()) {
            return store.includedRows();
        }
    }

    /** Removes what an iteration wrote. */
    @TearDown(Level.Iteration)
    public void clear() throws IOException {
        deleteAll(written);
    }

    /** Removes everything. */
    @TearDown(Level.Trial)
    public void delete() throws IOException {
        deleteAll(folder);
    }

    /** Deletes a folder with all that is in it. */
    static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
