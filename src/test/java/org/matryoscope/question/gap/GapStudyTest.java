package org.matryoscope.question.gap;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.question.RisingProgress;
import org.matryoscope.vector.Samples;
import org.matryoscope.vector.Scoring;
import org.matryoscope.vector.VectorStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Gaps and their intervals. */
class GapStudyTest {
    private static final int DIMENSION = 24;
    private static final float[][] VECTORS = Samples.gaussian(400, DIMENSION, 1);
    private static final float[] QUERY = Samples.query(DIMENSION, 2);

    @Test
    void gapIsTheDifferenceOfMeansWithinItsInterval() {
        int[] related = {4, 1, 2, 3, 0};
        int[] unrelated = {10, 11, 12, 13, 14};
        try (VectorStore store = VectorStore.of(VECTORS)) {
            GapCurve gap = GapStudy.run(store, QUERY, related, unrelated, Progress.NONE);
            assertThat(gap.related()).containsExactly(0, 1, 2, 3, 4);
            for (int d = 1; d <= DIMENSION; d++) {
                assertThat(gap.meanRelated()[d - 1]).isCloseTo(mean(related, d), within(1e-6));
                assertThat(gap.gap()[d - 1]).isCloseTo(mean(related, d) - mean(unrelated, d), within(1e-6))
                        .isBetween(gap.gapLow()[d - 1], gap.gapHigh()[d - 1]);
                assertThat(gap.meanUnrelated()[d - 1]).isBetween(gap.unrelatedLow()[d - 1], gap.unrelatedHigh()[d - 1]);
            }
            assertThat(GapStudy.run(store, QUERY, related, unrelated, Progress.NONE).gapLow()).isEqualTo(gap.gapLow());
        }
    }

    @Test
    void aSideOfOneDocumentHasAPointForAnInterval() {
        try (VectorStore store = VectorStore.of(VECTORS)) {
            GapCurve gap = GapStudy.run(store, QUERY, new int[]{0}, new int[]{1, 2, 3}, Progress.NONE);
            assertThat(gap.relatedLow()).isEqualTo(gap.meanRelated()).isEqualTo(gap.relatedHigh());
            assertThat(gap.gapHigh()[5]).isGreaterThan(gap.gapLow()[5]);
            GapCurve points = GapStudy.run(store, QUERY, new int[]{0}, new int[]{1}, Progress.NONE);
            assertThat(points.gapLow()).isEqualTo(points.gap()).isEqualTo(points.gapHigh());
        }
    }

    @Test
    void gapLeavesOutUnusableDocumentsAndNeedsOneOnEachSide() {
        float[][] vectors = VECTORS.clone();
        vectors[0] = new float[DIMENSION];
        try (VectorStore store = VectorStore.of(vectors)) {
            GapCurve gap = GapStudy.run(store, QUERY, new int[]{0, 1}, new int[]{2}, Progress.NONE);
            assertThat(gap.related()).containsExactly(1);
            assertThat(gap.gap()).doesNotContain(Double.NaN);
            assertThatThrownBy(() -> GapStudy.run(store, QUERY, new int[]{0}, new int[]{2}, Progress.NONE))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("no related document");
        }
    }

    @Test
    void reportsRisingProgressToItsEndAndStopsWhenCancelled() {
        try (VectorStore store = VectorStore.of(VECTORS)) {
            RisingProgress.check(progress -> GapStudy.run(store, QUERY, new int[]{1}, new int[]{2}, progress));
        }
    }

    private static double mean(int[] rows, int d) {
        return IntStream.of(rows)
                .mapToDouble(row -> Samples.score(QUERY, VECTORS[row], d, Scoring.COSINE))
                .average()
                .orElseThrow();
    }
}
