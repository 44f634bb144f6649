package org.matryoscope.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import org.matryoscope.rotation.Rotation;
import org.matryoscope.training.AdapterTraining;
import org.matryoscope.training.LabelBatches;
import org.matryoscope.training.PrefixWeights;
import org.matryoscope.training.TextBatches;
import org.matryoscope.training.TrainingSettings;
import org.matryoscope.training.TrainingVectors;

/** 600 steps at 384 dimensions, by 64 pairs of one label each and by 256 texts without labels; one prefix is the baseline. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class TrainingBenchmark {
    private static final int TEXTS = 2000;
    private static final int DIMENSION = 384;
    private static final int LABELS = 64;
    private static final int PAIRS = 64;
    private static final int TEXTS_A_BATCH = 256;
    private static final int STEPS = 600;

    /** Whether at the seven powers of two and D, or at D alone. */
    @Param({"true", "false"})
    public boolean sevenPrefixes;

    private TrainingVectors vectors = new TrainingVectors(1, new float[0]);
    private LabelBatches labels = new LabelBatches(List.of(), 0);

    /** Draws vectors. */
    @Setup(Level.Trial)
    public void fill() {
        float[] values = new float[TEXTS * DIMENSION];
        new RandomEntries().fill(values);
        vectors = new TrainingVectors(DIMENSION, values);
        labels = LabelBatches
                .of(IntStream.range(0, TEXTS).mapToObj(text -> "label " + text % LABELS).toArray(String[]::new), PAIRS);
    }

    /** By labels. */
    @Benchmark
    public Rotation pairs() {
        try (AdapterTraining training = new AdapterTraining(vectors, labels, TrainingSettings.USUAL,
                Rotation.asIs(DIMENSION))) {
            return trained(training);
        }
    }

    /** By the texts' own neighbours at full size. */
    @Benchmark
    public Rotation neighbours() {
        try (AdapterTraining training = new AdapterTraining(vectors, new TextBatches(TEXTS, TEXTS_A_BATCH),
                TrainingSettings.USUAL, Rotation.asIs(DIMENSION))) {
            return trained(training);
        }
    }

    private Rotation trained(AdapterTraining training) {
        PrefixWeights at = sevenPrefixes ? PrefixWeights.powersOfTwo(DIMENSION) : PrefixWeights.equal(DIMENSION);
        for (int step = 0; step < STEPS; step++) {
            training.step(at);
        }
        return training.map("random");
    }
}
