package org.matryoscope.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongBinaryOperator;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs JMH with its own command line, always together with the read yardstick, and prints beside each time how much memory
 * was moved and what share of the yardstick's bandwidth that is.
 */
public final class Benchmarks {
    private static final String YARDSTICK = BandwidthBenchmark.class.getName() + ".read";

    /** Bytes that a benchmark must move at least, from N and D: float32 columns read, double sums read and written. */
    private static final Map<String, LongBinaryOperator> BYTES_MOVED = Map.of( //
            "read", (rows, dimension) -> BandwidthBenchmark.BYTES, //
            "stepWithTop100", (rows, dimension) -> rows * (4L * ScanBenchmark.STEP + 32), //
            "stepWithFullRanking", (rows, dimension) -> rows * (4L * ScanBenchmark.STEP + 32 + 4), //
            "overlapCurve", (rows, dimension) -> rows * dimension * 4);

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
        System.out.printf(Locale.ROOT, "%n%d cores, load average %.1f%n%-24s %9s %5s %11s %11s %9s %7s%n",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), "benchmark", "rows", "dims",
                "mean ms", "best ms", "GB/s", "share");
        for (RunResult result : results) {
            print(result, yardstick);
        }
    }

    private static void print(RunResult result, double yardstick) {
        BenchmarkParams params = result.getParams();
        String name = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
        String rows = params.getParamsKeys().contains("rows") ? params.getParam("rows") : "0";
        String dimension = params.getParamsKeys().contains("dimension") ? params.getParam("dimension") : "0";
        System.out.printf(Locale.ROOT, "%-24s %9s %5s %11.3f %11.3f", name, rows, dimension,
                result.getPrimaryResult().getScore(), best(result));
        LongBinaryOperator bytes = BYTES_MOVED.get(name);
        if (bytes != null) {
            double bandwidth = bytes.applyAsLong(Long.parseLong(rows), Long.parseLong(dimension)) / best(result);
            System.out.printf(Locale.ROOT, " %9.1f %6.0f%%", bandwidth / 1e6, 100 * bandwidth / yardstick);
        }
        System.out.println();
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
