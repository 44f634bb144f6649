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
import org.openjdk.jmh.infra.Blackhole;

import org.matryoscope.base.Progress;
import org.matryoscope.question.QueryPlan.QueryVector;
import org.matryoscope.question.stability.StabilityStudy;
import org.matryoscope.vector.PrefixScan;
import org.matryoscope.vector.PrefixTops;
import org.matryoscope.vector.RadixRanking;
import org.matryoscope.vector.Scoring;

/**
 * All that is asked of the vectors while a slider moves, one after the other, for {@link ResidentMemory} to look at. With little
 * heap, which then holds what is needed; a JVM that is given more takes it before it collects.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx256m")
@Warmup(iterations = 1)
// The last iteration is looked at after the vectors were freed, so it must not be the only one.
@Measurement(iterations = 2)
public class MemoryBenchmark {
    private static final int TOP = 100;
    private static final int K = 10;

    /** Full ranking, a shorter one with its moves, the best of another, and the whole agreement curve. */
    @Benchmark
    public void everything(RandomStore vectors, Blackhole hole) {
        PrefixScan scan = new PrefixScan(vectors.store, List.of(vectors.query), Progress.NONE);
        int[] fullRank = RadixRanking
                .ranks(new RadixRanking().order(scan.scoresAt(vectors.dimension, 0, Scoring.COSINE)), vectors.rows);
        hole.consume(new RadixRanking().order(scan.scoresAt(vectors.dimension / 2, 0, Scoring.COSINE)));
        hole.consume(scan.topAt(vectors.dimension / 2 + ScanBenchmark.STEP, 0, Scoring.COSINE, TOP));
        hole.consume(StabilityStudy.run(vectors.store, List.of(new QueryVector(vectors.query, -1)), K,
                PrefixTops.everyPrefix(vectors.dimension), Progress.NONE));
        // Kept until here, as a window keeps them.
        hole.consume(fullRank);
        hole.consume(scan);
    }
}
