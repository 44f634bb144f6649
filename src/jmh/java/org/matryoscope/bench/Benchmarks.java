package org.matryoscope.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import org.matryoscope.vector.NumberFormat;

/**
 * Runs JMH with its own command line, always together with the read yardstick, and prints beside each time how much memory
 * was moved and what share of the yardstick's bandwidth that is.
 */
public final class Benchmarks {
    private static final String YARDSTICK = BandwidthBenchmark.class.getName() + ".read";

    /** Bytes that a benchmark must move at least. */
    @FunctionalInterface
    private interface BytesMoved {
        /** From N, D and the number format: columns read, sums read and written. */
        double of(long rows, long dimension, NumberFormat format);
    }

    private static final Map<String, BytesMoved> BYTES_MOVED = Map.of( //
            "read", (rows, dimension, format) -> BandwidthBenchmark.BYTES, //
            "stepWithTop100", (rows, dimension, format) -> rows * step(format), //
            "stepWithFullRanking", (rows, dimension, format) -> rows * (step(format) + Float.BYTES), //
            "overlapCurve", (rows, dimension, format) -> rows * dimension * bytes(format), //
            "copy", (rows, dimension, format) -> 2 * rows * dimension * bytes(format), //
            "importRows", (rows, dimension, format) -> rows * dimension * (Float.BYTES + bytes(format)));

    private static double bytes(NumberFormat format) {
        return format.bits() / (double) Byte.SIZE;
    }

    /** The columns of a step, and norm and dot product of each row, read and written; int8 sums them in 32 bits. */
    private static double step(NumberFormat format) {
        int sum = format == NumberFormat.INT8 ? Integer.BYTES : Double.BYTES;
        return ScanBenchmark.STEP * bytes(format) + 4 * sum;
    }

    private Benchmarks() {
    }

    /**
     * Runs the benchmarks.
     *
     * @param args JMH's options; "-h" lists them
     */
    public static void main(String[] args) throws CommandLineOptionException, RunnerException, IOException {
        CommandLineOptions options = new CommandLineOptions(args);
        if (options.shouldHelp() || options.shouldList()) {
            Runner runner = new Runner(options);
            if (options.shouldList()) {
                runner.list();
            } else {
                options.showHelp();
            }
            return;
        }
        OptionsBuilder withYardstick = new OptionsBuilder();
        withYardstick.parent(options);
        if (!options.getIncludes().isEmpty()) {
            options.getIncludes().forEach(withYardstick::include);
            withYardstick.include(YARDSTICK);
        }
        print(new Runner(withYardstick.build()).run());
    }

    private static void print(Collection<RunResult> results) {
        double yardstick = results.stream()
                .filter(result -> result.getParams().getBenchmark().equals(YARDSTICK))
                .mapToDouble(result -> BandwidthBenchmark.BYTES / best(result))
                .max()
                .orElse(Double.NaN);
        System.out.printf(Locale.ROOT, "%n%d cores, load average %.1f; times in ms%n%n",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.out.println(
                "| what                   |      rows |  dims | format  |      mean |      best |   GB/s | share |");
        System.out.println("|---|---:|---:|---|---:|---:|---:|---:|");
        for (RunResult result : results) {
            print(result, yardstick);
        }
    }

    private static void print(RunResult result, double yardstick) {
        BenchmarkParams params = result.getParams();
        String name = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
        String rows = param(params, "rows", "0");
        String dimension = param(params, "dimension", "0");
        NumberFormat format = NumberFormat.valueOf(param(params, "format", NumberFormat.FLOAT32.name()));
        System.out.printf(Locale.ROOT, "| %-22s | %9s | %5s | %-7s | %9.3f | %9.3f |", name, rows, dimension,
                format.label(), result.getPrimaryResult().getScore(), best(result));
        BytesMoved bytes = BYTES_MOVED.get(name);
        if (bytes != null) {
            double bandwidth = bytes.of(Long.parseLong(rows), Long.parseLong(dimension), format) / best(result);
            System.out.printf(Locale.ROOT, " %6.1f | %4.0f%% |", bandwidth / 1e6, 100 * bandwidth / yardstick);
        } else {
            System.out.print("        |       |");
        }
        System.out.println();
    }

    private static String param(BenchmarkParams params, String key, String otherwise) {
        return params.getParamsKeys().contains(key) ? params.getParam(key) : otherwise;
    }

    /** The best iteration in milliseconds: what the machine can do when nothing else runs. */
    private static double best(RunResult result) {
        return result.getAggregatedResult()
                .getIterationResults()
                .stream()
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                .min()
                .orElse(Double.NaN);
    }
}
