package org.matryoscope.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Adds to a benchmark what its whole process has in memory, as Linux counts it: heap, threads, compiled code, and the pages of
 * mapped files that were touched.
 */
public final class ResidentMemory implements InternalProfiler {
    /** Name of the bytes in memory after a collection. */
    static final String NOW = "resident";
    /** Name of the most bytes that there were at any time since the process began. */
    static final String PEAK = "peak";

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int KIB = 1024;

    @Override
    public String getDescription() {
        return "Resident memory of the process, now and at its peak";
    }

    @Override
    public void beforeIteration(BenchmarkParams params, IterationParams iteration) {
        // Only what there is afterwards counts.
    }

    @Override
    public Collection<ScalarResult> afterIteration(BenchmarkParams params, IterationParams iteration,
            IterationResult result) {
        System.gc();
        return List.of(new ScalarResult(NOW, bytes("VmRSS:"), "bytes", AggregationPolicy.MAX),
                new ScalarResult(PEAK, bytes("VmHWM:"), "bytes", AggregationPolicy.MAX));
    }

    /** NaN where the system has no such file. */
    private static double bytes(String key) {
        if (!Files.exists(STATUS)) {
            return Double.NaN;
        }
        try {
            return Files.readAllLines(STATUS)
                    .stream()
                    .filter(line -> line.startsWith(key))
                    .mapToDouble(line -> KIB * Double.parseDouble(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
