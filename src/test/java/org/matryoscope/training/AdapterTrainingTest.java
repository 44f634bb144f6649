package org.matryoscope.training;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.matryoscope.rotation.Rotation;

import static org.assertj.core.api.Assertions.assertThat;

class AdapterTrainingTest {
    private static final int DIMENSION = 32;
    private static final int TEXTS = 200;
    private static final int LABELS = 10;
    private static final PrefixWeights AT = PrefixWeights.powersOfTwo(DIMENSION);

    /** Texts whose label shows in their last dimensions, beneath noise in all of them. */
    private static TrainingVectors labelled(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[TEXTS * DIMENSION];
        for (int text = 0; text < TEXTS; text++) {
            double[] vector = random.doubles(DIMENSION, -1, 1).toArray();
            vector[DIMENSION - 1 - text % LABELS] += 2;
            double length = Math.sqrt(Arrays.stream(vector).map(v -> v * v).sum());
            for (int i = 0; i < DIMENSION; i++) {
                values[text * DIMENSION + i] = (float) (vector[i] / length);
            }
        }
        return new TrainingVectors(DIMENSION, values);
    }

    private static LabelBatches labels() {
        return LabelBatches
                .of(IntStream.range(0, TEXTS).mapToObj(text -> "label " + text % LABELS).toArray(String[]::new), 64);
    }

    private static AdapterTraining training(Batches batches, TrainingSettings settings) {
        return new AdapterTraining(labelled(1), batches, settings, Rotation.asIs(DIMENSION));
    }

    @ParameterizedTest
    @EnumSource
    void lossFallsOnTextsNotLearntFrom(PrefixDraw draw) {
        TrainingSettings settings = new TrainingSettings(0.003, 20, 0, draw, 1);
        try (AdapterTraining training = training(labels(), settings)) {
            double[] before = training.heldOut(labelled(2), labels(), 8, AT).losses();
            IntStream.range(0, 60).forEach(step -> training.step(AT));
            double[] after = training.heldOut(labelled(2), labels(), 8, AT).losses();
            assertThat(after[0]).isLessThan(0.95 * before[0]);
            assertThat(after[after.length - 1]).isLessThan(before[before.length - 1]);
        }
    }

    @Test
    void neighboursComeToThePrefixWithoutLabels() {
        TextBatches texts = new TextBatches(TEXTS, 64);
        try (AdapterTraining training = training(texts, TrainingSettings.USUAL)) {
            double[] before = training.heldOut(labelled(2), texts, 4, AT).losses();
            assertThat(before[before.length - 1]).as("nothing is lost at full size").isBetween(-1e-4, 1e-4);
            IntStream.range(0, 200).forEach(step -> training.step(AT));
            assertThat(training.heldOut(labelled(2), texts, 4, AT).losses()[0]).isLessThan(0.9 * before[0]);
        }
    }

    @Test
    void oneSeedGivesOneMapToTheBit() {
        assertThat(trained(3)).isEqualTo(trained(3)).isNotEqualTo(trained(4));
    }

    private static Rotation trained(long seed) {
        TrainingSettings settings = new TrainingSettings(0.001, 20, 0.5, PrefixDraw.SMOOTH, seed);
        try (AdapterTraining training = training(labels(), settings)) {
            IntStream.range(0, 20).forEach(step -> training.step(AT));
            // Looking at held-out texts leaves the training as it is.
            if (training.steps() % 2 == 0) {
                training.heldOut(labelled(2), labels(), 1, AT);
            }
            training.step(AT);
            return training.map("texts");
        }
    }

    @Test
    void weightsDecideWhichPrefixLearns() {
        assertThat(lossAt8(new double[]{1, 0, 0})).isLessThan(lossAt8(new double[]{0, 0, 1}));
    }

    private static double lossAt8(double[] weights) {
        try (AdapterTraining training = training(labels(), TrainingSettings.USUAL)) {
            IntStream.range(0, 50).forEach(step -> training.step(new PrefixWeights(new int[]{8, 16, 32}, weights)));
            return training.heldOut(labelled(2), labels(), 4, AT).losses()[0];
        }
    }

    @Test
    void aBatchOfLabelsHasEachOnce() {
        int[] batch = labels().draw(new SplittableRandom(1));
        assertThat(batch).hasSize(2 * LABELS).doesNotHaveDuplicates();
        IntStream.range(0, LABELS).forEach(i -> assertThat(batch[i] % LABELS).isEqualTo(batch[LABELS + i] % LABELS));
        assertThat(IntStream.range(0, LABELS).map(i -> batch[i] % LABELS).distinct().count()).isEqualTo(LABELS);
    }

    @Test
    void aBatchOfPairsHasEachTextOnce() {
        PairBatches pairs = new PairBatches(new int[]{0, 0, 1, 2, 3}, new int[]{4, 5, 6, 6, 7}, 4);
        Set<Integer> sizes = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            int[] batch = pairs.draw(new SplittableRandom(seed));
            sizes.add(batch.length);
            assertThat(batch).doesNotHaveDuplicates();
        }
        assertThat(sizes).containsExactly(6);
        assertThat(pairs.suffice()).isTrue();
        assertThat(new PairBatches(new int[]{0, 0}, new int[]{1, 2}, 4).suffice()).isFalse();
    }

    @Test
    void drawnPrefixesAscendAndEndAtTheLongest() {
        SplittableRandom random = new SplittableRandom(1);
        PrefixWeights given = new PrefixWeights(new int[]{8, 16, 384}, new double[]{1, 2, 3});
        for (int i = 0; i < 100; i++) {
            PrefixWeights drawn = PrefixDraw.SMOOTH.at(given, random);
            assertThat(drawn.prefixes()).isSorted().endsWith(384);
            assertThat(drawn.prefixes()[0]).isGreaterThanOrEqualTo(8);
            for (int p = 0; p < drawn.prefixes().length; p++) {
                int d = drawn.prefixes()[p];
                assertThat(drawn.weights()[p]).isEqualTo(d <= 8 ? 1 : d <= 16 ? 2 : 3);
            }
        }
        assertThat(PrefixDraw.FIXED.at(given, random)).isSameAs(given);
    }

    @Test
    void labelsThatStandAloneGiveNoPairs() {
        assertThat(LabelBatches.of(new String[]{"a", "b", "", ""}, 4).suffice()).isFalse();
        assertThat(LabelBatches.of(new String[]{"a", "b", "a", "b", ""}, 4).groups()).extracting(List::of).hasSize(2);
    }
}
