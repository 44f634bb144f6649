package org.matryoscope.question.quality;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import org.junit.jupiter.api.Test;

import org.matryoscope.base.Progress;
import org.matryoscope.metric.MeanCurve;
import org.matryoscope.metric.RankedRelevance;
import org.matryoscope.metric.RankedRelevance.Relevant;
import org.matryoscope.retrieval.RowRanks;
import org.matryoscope.vector.VectorStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class QualityStudyTest {
    private static final int[] PREFIXES = {1, 3, 8};
    private static final int RECALL_AT = 5;

    @Test
    void ranksAreThoseOfTheWholeRankingTiesIncluded() {
        float[][] rows = rows(40, 8);
        rows[20] = rows[11].clone();
        rows[30] = new float[8];
        Map<Integer, Integer> grades = Map.of(11, 2, 20, 1, 5, 3, 30, 1);
        try (VectorStore store = VectorStore.of(rows)) {
            QualityCurve curve = QualityStudy.run(store, List.of(new QualityStudy.Judged(rows[7], grades)), PREFIXES,
                    RECALL_AT, Progress.NONE);

            for (QualityMeasure measure : QualityMeasure.OF_QUERIES) {
                for (int p = 0; p < PREFIXES.length; p++) {
                    assertThat(curve.of(measure).mean()[p]).isEqualTo(expected(store, rows[7], grades, p, measure));
                }
            }
            assertThat(curve.queries()).isEqualTo(1);
        }
    }

    private static double expected(VectorStore store, float[] query, Map<Integer, Integer> grades, int p,
            QualityMeasure measure) {
        return measure.of(new RankedRelevance(grades.entrySet()
                .stream()
                .map(each -> new Relevant(each.getValue(),
                        store.isExcluded(each.getKey())
                                ? Integer.MAX_VALUE
                                : RowRanks.of(store, query, each.getKey(), PREFIXES, Progress.NONE)[p]))
                .toList()), RECALL_AT);
    }

    @Test
    void sharesAreOfFullSizeAndFallsAreCounted() {
        double[] mean = {0.2, 0.5, 0.4, 0.8};
        MeanCurve values = new MeanCurve(mean, mean, mean);
        QualityCurve curve = new QualityCurve(new int[]{1, 2, 4, 8}, 1, Map.of(QualityMeasure.NDCG, values),
                Map.of(QualityMeasure.NDCG, MeanCurve.shareOfLast(new double[][]{mean}, 1)), Map.of());

        assertThat(curve.share(QualityMeasure.NDCG).mean()).containsExactly(new double[]{0.25, 0.625, 0.5, 1},
                within(1e-12));
        assertThat(curve.smallestPrefix(QualityMeasure.NDCG, 0.5)).isEqualTo(2);
        assertThat(curve.smallestPrefix(QualityMeasure.NDCG, 0.6)).isEqualTo(8);
        assertThat(curve.monotone(QualityMeasure.NDCG)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(curve.largestFall(QualityMeasure.NDCG)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void theIntervalOfAShareHoldsItAndIsNarrowerThanThatOfItsParts() {
        Random random = new Random(2);
        double[][] curves = new double[60][];
        for (int query = 0; query < curves.length; query++) {
            double level = random.nextDouble();
            curves[query] = new double[]{level * 0.9, level};
        }
        MeanCurve share = MeanCurve.shareOfLast(curves, 1);

        assertThat(share.mean()[0]).isCloseTo(0.9, within(1e-12));
        assertThat(share.high()[0] - share.low()[0]).as("every query keeps 90 %").isLessThan(1e-9);
        MeanCurve values = Objects.requireNonNull(MeanCurve.of(curves, 1));
        assertThat(values.high()[0] - values.low()[0]).isGreaterThan(0.05);
    }

    private static float[][] rows(int count, int dimension) {
        Random random = new Random(3);
        float[][] rows = new float[count][dimension];
        for (float[] row : rows) {
            for (int i = 0; i < dimension; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        return rows;
    }
}
