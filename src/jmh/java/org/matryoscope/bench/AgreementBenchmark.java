package org.matryoscope.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

import org.matryoscope.base.Progress;
import org.matryoscope.question.QueryPlan.QueryVector;
import org.matryoscope.question.stability.StabilityCurve;
import org.matryoscope.question.stability.StabilityStudy;
import org.matryoscope.vector.PrefixTops;
import org.matryoscope.vector.TopRows;

/** Whole curves of agreement with the full ranking. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class AgreementBenchmark {
    private static final int K = 10;

    /** Overlap@10 at every prefix. */
    @Benchmark
    public List<TopRows> overlapCurve(RandomStore vectors) {
        return PrefixTops.scan(vectors.store, vectors.query, PrefixTops.everyPrefix(vectors.dimension), K,
                Progress.NONE);
    }

    /** Overlap@10, rank-biased overlap, τ-b and ρ at every prefix. */
    @Benchmark
    public StabilityCurve agreementCurve(RandomStore vectors) {
        return StabilityStudy.run(vectors.store, List.of(new QueryVector(vectors.query, -1)), K,
                PrefixTops.everyPrefix(vectors.dimension), Progress.NONE);
    }

    /** The same at 40 prefixes, as the window asks for it. */
    @Benchmark
    public StabilityCurve agreementAt40Prefixes(RandomStore vectors) {
        int[] prefixes = java.util.stream.IntStream.rangeClosed(1, 40).map(i -> i * vectors.dimension / 40).toArray();
        return StabilityStudy.run(vectors.store, List.of(new QueryVector(vectors.query, -1)), K, prefixes,
                Progress.NONE);
    }
}
