package org.matryoscope.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import org.matryoscope.vector.NumberFormat;

/**
 * Measures everything that the project states as a target, beside the same work in numpy and faiss, and writes the table of it
 * into the README. src/bench/targets.sh starts it.
 */
@Command(name = "targets", mixinStandardHelpOptions = true)
public final class Targets implements Callable<Integer> {
    @Option(names = "--python", description = "a Python that has what src/bench/python/requirements.txt asks for; without it numpy and faiss are left out")
    private @Nullable String python;

    @Option(names = "--write", description = "the file between whose marks the table goes; without it, it is only printed")
    private @Nullable Path file;

    @Option(names = "--divide", defaultValue = "1", description = "divides all numbers of rows, for a quick trial")
    private int divisor;

    private final List<Figure> figures = new ArrayList<>();

    private Targets() {
    }

    /** Runs it. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Targets()).execute(args));
    }

    @Override
    public Integer call() throws IOException, RunnerException {
        Sizes sizes = Sizes.dividedBy(divisor);
        double load = Machine.load();
        // First, so that the memory which the other runs leave in the system's cache cannot help it.
        Compared compared = python == null ? Compared.none() : Compared.run(python, sizes);
        measure(new OptionsBuilder().include(Benchmarks.YARDSTICK));
        measure(floats(sizes, "ScanBenchmark.(stepWithTop100|stepWithMoves)$"));
        measure(floats(sizes, "AgreementBenchmark.(agreementCurve|overlapCurve)$"));
        measure(floats(sizes, "MemoryBenchmark").addProfiler(ResidentMemory.class));
        measure(sized("ManyQueriesBenchmark.(withAgreement|oneByOne)$", sizes.rows(), sizes.dimension() / 2,
                NumberFormat.FLOAT32));
        measure(floats(sizes, "RotationBenchmark"));
        measure(sized("ScanBenchmark.stepWithTop100$", sizes.int8Rows(), sizes.int8Dimension(), NumberFormat.INT8));
        measure(floats(sizes, "ImportBenchmark.(cp|importNpy)$"));
        measure(floats(sizes, "ReopenBenchmark"));
        TargetTable table = new TargetTable(sizes, figures, compared);
        String part = String.format(Locale.ROOT,
                "Made by `src/bench/targets.sh` on %s. Machine: %s; plain reading %.0f GB/s; load average %.1f before the run.%s%n%n",
                LocalDate.now(), Machine.words(), table.readBandwidth() / 1e9, load,
                compared.versions().isEmpty() ? "" : " " + compared.versions() + ".") + table.markdown();
        System.out.println("\n" + part);
        if (file != null) {
            MarkedPart.write(file, part);
        }
        return 0;
    }

    private static ChainedOptionsBuilder floats(Sizes sizes, String benchmarks) {
        return sized(benchmarks, sizes.rows(), sizes.dimension(), NumberFormat.FLOAT32);
    }

    private static ChainedOptionsBuilder sized(String benchmarks, int rows, int dimension, NumberFormat format) {
        return new OptionsBuilder().include(benchmarks)
                .param("rows", "" + rows)
                .param("dimension", "" + dimension)
                .param("format", format.name());
    }

    private void measure(ChainedOptionsBuilder options) throws RunnerException {
        new Runner(options.shouldFailOnError(true).build()).run().stream().map(Figure::of).forEach(figures::add);
    }
}
