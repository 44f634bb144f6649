package org.matryoscope.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;

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
import org.openjdk.jmh.annotations.Warmup;

import org.matryoscope.base.Progress;
import org.matryoscope.vector.PrefixScan;
import org.matryoscope.vector.RadixRanking;
import org.matryoscope.vector.Scoring;
import org.matryoscope.vector.TopRows;

/** What happens at each move of the slider. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScanBenchmark {
    /** Dimensions a step of the slider moves by. */
    static final int STEP = 8;

    private static final int TOP = 100;

    private PrefixScan scan;
    private float[] scores;
    private int[] fullRank;
    private int d;
    private int direction = STEP;

    /** Prepares a scan that stands in the middle, from where no step is shortened by a checkpoint. */
    @Setup(Level.Trial)
    public void prepare(RandomStore vectors) {
        scan = new PrefixScan(vectors.store, List.of(vectors.query), Progress.NONE);
        fullRank = RadixRanking.ranks(new RadixRanking().order(scan.scoresAt(vectors.dimension, 0, Scoring.COSINE)),
                vectors.rows);
        d = vectors.dimension / 2;
        scores = scan.scoresAt(d, 0, Scoring.COSINE);
    }

    /** An 8-dimension step with its top 100. */
    @Benchmark
    public TopRows stepWithTop100(RandomStore vectors) {
        return scan.topAt(step(vectors.dimension), 0, Scoring.COSINE, TOP);
    }

    /** An 8-dimension step with the full ranking, as the window shows it. */
    @Benchmark
    public int[] stepWithFullRanking(RandomStore vectors) {
        return new RadixRanking().order(scan.scoresAt(step(vectors.dimension), 0, Scoring.COSINE));
    }

    /** An 8-dimension step with every document's move against the full ranking, counted. */
    @Benchmark
    public int stepWithMoves(RandomStore vectors) {
        int[] order = new RadixRanking().order(scan.scoresAt(step(vectors.dimension), 0, Scoring.COSINE));
        int moved = 0;
        for (int rank = 0; rank < order.length; rank++) {
            moved += fullRank[order[rank]] == rank ? 0 : 1;
        }
        return moved;
    }

    /** The full ranking alone, of scores at hand. */
    @Benchmark
    public int[] fullRanking() {
        return new RadixRanking().order(scores);
    }

    private int step(int dimension) {
        if (Math.abs(d + direction - dimension / 2) > dimension / 4) {
            direction = -direction;
        }
        d += direction;
        return d;
    }
}
