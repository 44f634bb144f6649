package org.matryoscope.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The yardstick: how fast all cores together read memory that no cache holds, and do nothing else with it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BandwidthBenchmark {
    /** How much a read covers. */
    static final long BYTES = 1L << 30;

    private static final int BLOCK_FLOATS = 2048;
    private static final int PARTS = 64;

    private Arena arena;
    private MemorySegment data;

    /** Fills the memory. */
    @Setup(Level.Trial)
    public void fill() {
        arena = Arena.ofShared();
        data = arena.allocate(BYTES, 64);
        data.fill((byte) 1);
    }

    /** Copies all of it, block by block, into first-level caches. */
    @Benchmark
    public double read() {
        return IntStream.range(0, PARTS).parallel().mapToDouble(this::readPart).sum();
    }

    private double readPart(int part) {
        float[] block = new float[BLOCK_FLOATS];
        double sum = 0;
        long bytes = BYTES / PARTS;
        for (long at = part * bytes; at < (part + 1) * bytes; at += BLOCK_FLOATS * Float.BYTES) {
            MemorySegment.copy(data, ValueLayout.JAVA_FLOAT, at, block, 0, BLOCK_FLOATS);
            sum += block[0];
        }
        return sum;
    }

    /** Frees the memory. */
    @TearDown(Level.Trial)
    public void free() {
        arena.close();
    }
}
