package org.matryoscope.question.levels;

import java.util.List;
import java.util.stream.DoubleStream;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.Test;

import org.matryoscope.base.Progress;
import org.matryoscope.metric.Fixtures;
import org.matryoscope.metric.MeanCurve;
import org.matryoscope.metric.NearestLabels;
import org.matryoscope.vector.VectorStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LevelsStudyTest {
    private static final int DIMENSION = 24;

    @Test
    void accuracyEqualsScikitLearnsNeighbours() {
        List<NamedCsvRecord> records = Fixtures.read("/metric/levels.csv");
        String[] labels = DoubleStream.of(Fixtures.numbers(records.getFirst().getField("labels")))
                .mapToObj(Double::toString)
                .toArray(String[]::new);
        int[] prefixes = records.stream().mapToInt(each -> Integer.parseInt(each.getField("d"))).toArray();
        try (VectorStore store = VectorStore.of(rows(Fixtures.floats(records.getFirst().getField("rows"))))) {
            LevelCurve curve = LevelsStudy
                    .run(store, List.of("cluster"), new String[][]{labels}, 10, prefixes, Progress.NONE)
                    .getFirst();

            double[] expected = records.stream()
                    .mapToDouble(each -> Double.parseDouble(each.getField("accuracy")))
                    .toArray();
            assertThat(curve.accuracy().mean()).containsExactly(expected, within(1e-12));
            assertThat(curve.labels()).isEqualTo(6);
            assertThat(curve.texts()).isEqualTo(labels.length);
            for (int i = 0; i < prefixes.length; i++) {
                assertThat(curve.accuracy().low()[i]).isLessThanOrEqualTo(expected[i]);
                assertThat(curve.accuracy().high()[i]).isGreaterThanOrEqualTo(expected[i]);
            }
        }
    }

    @Test
    void aTextWithoutALabelNeitherVotesNorCounts() {
        String[] labels = {"a", "", "b", "b"};
        assertThat(NearestLabels.vote(new int[]{1, 0}, labels)).isEqualTo("a");
        assertThat(NearestLabels.vote(new int[]{1}, labels)).isEmpty();
        assertThat(NearestLabels.vote(new int[]{0, 2, 3}, labels)).isEqualTo("b");
        assertThat(NearestLabels.vote(new int[]{2, 0}, labels)).as("of equally common ones, the nearest's")
                .isEqualTo("b");
    }

    @Test
    void aLevelIsResolvedAtTheLeastPrefixThatReachesItsShare() {
        double[] accuracy = {0.5, 0.9, 0.94, 0.97, 1.0};
        LevelCurve curve = new LevelCurve("topic", new int[]{1, 2, 4, 8, 16},
                new MeanCurve(accuracy, accuracy, accuracy), 3, 100);

        assertThat(curve.resolvedAt()).isEqualTo(8);
    }

    private static float[][] rows(float[] flat) {
        float[][] rows = new float[flat.length / DIMENSION][DIMENSION];
        for (int i = 0; i < flat.length; i++) {
            rows[i / DIMENSION][i % DIMENSION] = flat[i];
        }
        return rows;
    }
}
