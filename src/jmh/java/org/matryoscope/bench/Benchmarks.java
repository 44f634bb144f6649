package org.matryoscope.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

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
    static final String YARDSTICK = BandwidthBenchmark.class.getName() + ".read";

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
        List<Figure> figures = results.stream().map(Figure::of).toList();
        double yardstick = figures.stream()
                .filter(figure -> figure.name().equals("read"))
                .mapToDouble(figure -> figure.bytesPerSecond().orElse(Double.NaN))
                .max()
                .orElse(Double.NaN);
        System.out.printf(Locale.ROOT, "%n%d cores, load average %.1f; times in ms%n%n",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.out.println(
                "| what                         |      rows |  dims | format  |      mean |      best |   GB/s | share |");
        System.out.println("|---|---:|---:|---|---:|---:|---:|---:|");
        for (Figure figure : figures) {
            print(figure, yardstick);
        }
    }

    private static void print(Figure figure, double yardstick) {
        System.out.printf(Locale.ROOT, "| %-28s | %9d | %5d | %-7s | %9.3f | %9.3f |",
                (figure.name() + " " + figure.cache()).strip(), figure.rows(), figure.dimension(),
                figure.format().label(), figure.mean(), figure.best());
        figure.bytesPerSecond()
                .ifPresentOrElse(bandwidth -> System.out.printf(Locale.ROOT, " %6.1f | %4.0f%% |", bandwidth / 1e9,
                        100 * bandwidth / yardstick), () -> System.out.print("        |       |"));
        System.out.println();
    }
}
