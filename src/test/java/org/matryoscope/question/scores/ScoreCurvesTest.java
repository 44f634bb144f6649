package org.matryoscope.question.scores;

import org.junit.jupiter.api.Test;

import org.matryoscope.base.Progress;
import org.matryoscope.question.RisingProgress;
import org.matryoscope.vector.Samples;
import org.matryoscope.vector.Scoring;
import org.matryoscope.vector.VectorStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Score curves against scores computed one by one. */
class ScoreCurvesTest {
    private static final int DIMENSION = 24;
    private static final float[][] VECTORS = Samples.gaussian(400, DIMENSION, 1);
    private static final float[] QUERY = Samples.query(DIMENSION, 2);

    @Test
    void scoreCurvesFollowTheChosenRows() {
        try (VectorStore store = VectorStore.of(VECTORS)) {
            ScoreCurves curves = ScoresQuestion.curves(store, QUERY, new int[]{7, 3}, true, Progress.NONE);
            for (int d = 1; d <= DIMENSION; d++) {
                assertThat((double) curves.score()[0][d - 1])
                        .isCloseTo(Samples.score(QUERY, VECTORS[7], d, Scoring.COSINE), within(1e-6));
                assertThat((double) curves.score()[1][d - 1])
                        .isCloseTo(Samples.score(QUERY, VECTORS[3], d, Scoring.COSINE), within(1e-6));
            }
        }
    }

    @Test
    void reportsRisingProgressToItsEndAndStopsWhenCancelled() {
        try (VectorStore store = VectorStore.of(VECTORS)) {
            RisingProgress.check(progress -> ScoresQuestion.curves(store, QUERY, new int[]{1}, true, progress));
        }
    }
}
