package org.matryoscope.bench;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

import org.matryoscope.base.Progress;
import org.matryoscope.rotation.PcaFit;
import org.matryoscope.rotation.Rotation;
import org.matryoscope.study.RotatedVectors;
import org.matryoscope.vector.NumberFormat;

/** Fitting the principal axes of a store, and seeing the store through a rotation. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 2)
public class RotationBenchmark {
    /** Second moments of all rows and their eigenvectors. */
    @Benchmark
    public Rotation fitPca(RandomStore vectors) {
        return PcaFit.fit(vectors.store, "random", Progress.NONE);
    }

    /** A matrix product with every row, into a new store. */
    @Benchmark
    public int apply(RandomStore vectors) {
        Rotation rotation = Rotation.random(vectors.dimension, 1);
        try (var images = RotatedVectors.IN_MEMORY
                .map(vectors.store, "", NumberFormat.FLOAT32, progress -> rotation, Progress.NONE)
                .store()) {
            return images.rows();
        }
    }
}
