package org.matryoscope.bench;

import java.util.Map;
import java.util.OptionalDouble;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

import org.matryoscope.vector.NumberFormat;

/**
 * What a benchmark came to.
 *
 * @param name the method's name
 * @param rows N; 0 where there are none
 * @param dimension D; 0 where there is none
 * @param format the vectors' number format
 * @param cache where a file lay that was read; "" where none was
 * @param mean milliseconds in the mean
 * @param best milliseconds of the best iteration: what the machine can do when nothing else runs
 * @param secondary other figures by their names
 */
record Figure(String name, long rows, int dimension, NumberFormat format, String cache, double mean, double best,
        Map<String, Result> secondary) {
    /** Takes the figures from JMH's result. */
    @SuppressWarnings("rawtypes") // as JMH declares them
    static Figure of(RunResult result) {
        BenchmarkParams params = result.getParams();
        double best = result.getAggregatedResult()
                .getIterationResults()
                .stream()
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                .min()
                .orElse(Double.NaN);
        return new Figure(params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1),
                Long.parseLong(param(params, "rows", "0")), Integer.parseInt(param(params, "dimension", "0")),
                NumberFormat.valueOf(param(params, "format", NumberFormat.FLOAT32.name())), param(params, "cache", ""),
                result.getPrimaryResult().getScore(), best, result.getSecondaryResults());
    }

    private static String param(BenchmarkParams params, String key, String otherwise) {
        return params.getParamsKeys().contains(key) ? params.getParam(key) : otherwise;
    }

    /** Returns the bytes moved in a second at best; empty where other work than moving them decides. */
    OptionalDouble bytesPerSecond() {
        OptionalDouble bytes = BytesMoved.by(name, rows, dimension, format);
        return bytes.isEmpty() ? bytes : OptionalDouble.of(bytes.getAsDouble() / best * 1000);
    }

    /** Returns another figure by its name. */
    double secondary(String label) {
        return secondary.entrySet()
                .stream()
                .filter(each -> each.getKey().endsWith(label))
                .mapToDouble(each -> each.getValue().getScore())
                .findFirst()
                .orElse(Double.NaN);
    }
}
