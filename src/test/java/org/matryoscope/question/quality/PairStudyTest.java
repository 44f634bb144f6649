package org.matryoscope.question.quality;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.ScoredPair;
import org.matryoscope.metric.Fixtures;
import org.matryoscope.metric.MeanCurve;
import org.matryoscope.vector.VectorStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Against scipy's correlations (src/test/python/core/pair_fixtures.py). */
class PairStudyTest {
    private static QualityCurve measured() {
        float[][] vectors = Fixtures.read("/metric/pair_vectors.csv")
                .stream()
                .map(record -> Fixtures.floats(record.getField("vector")))
                .toArray(float[][]::new);
        List<ScoredPair> pairs = Fixtures.read("/metric/pair_scores.csv")
                .stream()
                .map(record -> new ScoredPair(Integer.parseInt(record.getField("first")),
                        Integer.parseInt(record.getField("second")), Double.parseDouble(record.getField("score"))))
                .toList();
        try (VectorStore store = VectorStore.of(vectors)) {
            return PairStudy.run(store, pairs, new int[]{1, 3, 6, 12}, Progress.NONE);
        }
    }

    @Test
    void isWhatScipyFinds() {
        MeanCurve rho = measured().of(QualityMeasure.SPEARMAN);
        List<Double> expected = Fixtures.read("/metric/pairs.csv")
                .stream()
                .map(record -> Double.valueOf(record.getField("spearman")))
                .toList();
        for (int p = 0; p < 4; p++) {
            assertThat(rho.mean()[p]).isCloseTo(expected.get(p), within(1e-9));
            assertThat(rho.mean()[p]).isBetween(rho.low()[p], rho.high()[p]);
        }
    }

    @Test
    void theShareOfFullSizeEndsAtOne() {
        QualityCurve curve = measured();
        MeanCurve share = curve.share(QualityMeasure.SPEARMAN);
        assertThat(share.mean()[3]).isEqualTo(1);
        assertThat(share.low()[3]).isEqualTo(1);
        assertThat(share.mean()[1]).isCloseTo(
                curve.of(QualityMeasure.SPEARMAN).mean()[1] / curve.of(QualityMeasure.SPEARMAN).mean()[3],
                within(1e-12));
        assertThat(curve.measures()).containsExactly(QualityMeasure.SPEARMAN);
    }

    @Test
    void isTheSameEachTime() {
        assertThat(measured().of(QualityMeasure.SPEARMAN).low())
                .containsExactly(measured().of(QualityMeasure.SPEARMAN).low());
    }
}
