package org.matryoscope.bench;

import java.util.Map;
import java.util.OptionalDouble;

import org.matryoscope.vector.NumberFormat;

/** Bytes that benchmarks must move between memory and processor at least. */
final class BytesMoved {
    /** From N, D and the number format: columns read, sums read and written. */
    @FunctionalInterface
    private interface Count {
        double of(long rows, long dimension, NumberFormat format);
    }

    private static final Map<String, Count> COUNTS = Map.of( //
            "read", (rows, dimension, format) -> BandwidthBenchmark.BYTES, //
            "stepWithTop100", (rows, dimension, format) -> rows * step(format), //
            "stepWithFullRanking", (rows, dimension, format) -> rows * (step(format) + Float.BYTES), //
            "overlapCurve", (rows, dimension, format) -> rows * dimension * bytes(format), //
            "cp", (rows, dimension, format) -> 2 * rows * dimension * Float.BYTES, //
            "importNpy", (rows, dimension, format) -> rows * dimension * (Float.BYTES + bytes(format)));

    private BytesMoved() {
    }

    /** Returns the bytes of a benchmark; empty where other work than reading decides. */
    static OptionalDouble by(String benchmark, long rows, long dimension, NumberFormat format) {
        Count count = COUNTS.get(benchmark);
        return count == null ? OptionalDouble.empty() : OptionalDouble.of(count.of(rows, dimension, format));
    }

    private static double bytes(NumberFormat format) {
        return format.bits() / (double) Byte.SIZE;
    }

    /** The columns of a step, and norm and dot product of each row, read and written; int8 sums them in 32 bits. */
    private static double step(NumberFormat format) {
        int sum = format == NumberFormat.INT8 ? Integer.BYTES : Double.BYTES;
        return ScanBenchmark.STEP * bytes(format) + 4 * sum;
    }
}
