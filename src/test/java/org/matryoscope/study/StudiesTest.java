package org.matryoscope.study;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.metric.KendallTau;
import org.matryoscope.metric.Overlap;
import org.matryoscope.metric.RankBiasedOverlap;
import org.matryoscope.metric.SpearmanRho;
import org.matryoscope.metric.TiedRanks;
import org.matryoscope.vector.Samples;
import org.matryoscope.vector.Scoring;
import org.matryoscope.vector.VectorStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class StudiesTest {
    private static final int DIMENSION = 24;
    private static final float[][] VECTORS = Samples.gaussian(400, DIMENSION, 1);
    private static final float[] QUERY = Samples.query(DIMENSION, 2);

    @Test
    void stabilityAgreesWithEachMetricOfTheWholeRankings() {
        try (VectorStore store = VectorStore.of(VECTORS)) {
            StabilityCurve curve = Studies.stability(store, QUERY, 10, new int[]{2, 8, 9}, Progress.NONE);
            assertThat(curve.prefixes()).containsExactly(2, 8, 9, DIMENSION);
            LiveRanking live = new LiveRanking(store, QUERY, Progress.NONE);
            RankingAt full = live.at(DIMENSION, true);
            TiedRanks fullRanks = TiedRanks.of(full.score());
            for (int p = 0; p < 4; p++) {
                RankingAt cut = live.at(curve.prefixes()[p], true);
                TiedRanks ranks = TiedRanks.of(cut.score());
                assertThat(curve.overlap()[p]).isEqualTo(Overlap.at(cut.order(), full.order(), 10));
                assertThat(curve.rbo()[p]).isEqualTo(RankBiasedOverlap.extrapolated(Arrays.copyOf(cut.order(), 100),
                        Arrays.copyOf(full.order(), 100), 0.9));
                assertThat(curve.kendallTauB()[p]).isEqualTo(KendallTau.b(fullRanks, ranks));
                assertThat(curve.spearman()[p]).isEqualTo(SpearmanRho.of(fullRanks, ranks));
            }
        }
    }

    @Test
    void agreementWithItselfIsOneAtFullDimension() {
        try (VectorStore store = VectorStore.of(VECTORS)) {
            StabilityCurve curve = Studies.stability(store, QUERY, 10, new int[0], Progress.NONE);
            assertThat(curve.prefixes()).containsExactly(DIMENSION);
            assertThat(curve.overlap()).containsExactly(1);
            assertThat(curve.rbo()[0]).isCloseTo(1, within(1e-12));
            assertThat(curve.kendallTauB()[0]).isCloseTo(1, within(1e-12));
            assertThat(curve.spearman()[0]).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void agreementDoesNotDependOnTheOrderOfDocumentsNorTheLengthOfTheQuery() {
        float[][] moved = new float[VECTORS.length][];
        for (int row = 0; row < moved.length; row++) {
            moved[row * 7 % moved.length] = VECTORS[row];
        }
        float[] longer = QUERY.clone();
        IntStream.range(0, DIMENSION).forEach(i -> longer[i] *= 8);
        int[] prefixes = {3, 11};
        try (VectorStore store = VectorStore.of(VECTORS); VectorStore movedStore = VectorStore.of(moved)) {
            StabilityCurve curve = Studies.stability(store, QUERY, 5, prefixes, Progress.NONE);
            StabilityCurve other = Studies.stability(movedStore, longer, 5, prefixes, Progress.NONE);
            assertThat(other.overlap()).isEqualTo(curve.overlap());
            assertThat(other.kendallTauB()).containsExactly(curve.kendallTauB(), within(1e-12));
            assertThat(other.spearman()).containsExactly(curve.spearman(), within(1e-12));
        }
    }

    @Test
    void theQuickOverlapCurveIsTheStabilityCurvesAtEveryPrefix() {
        try (VectorStore store = VectorStore.of(VECTORS)) {
            int[] every = IntStream.rangeClosed(1, DIMENSION).toArray();
            assertThat(Studies.overlap(store, QUERY, 10, Progress.NONE))
                    .isEqualTo(Studies.stability(store, QUERY, 10, every, Progress.NONE).overlap());
        }
    }

    @Test
    void theSmallestStablePrefixHoldsForEveryLargerOne() {
        double[] overlap = {1, 0.5, 0.9, 0.8, 0.95, 1};
        StabilityCurve curve = new StabilityCurve(10, new int[]{8, 16, 32, 64, 128, 256}, overlap, overlap, overlap,
                overlap, 7, 7);
        assertThat(curve.smallestStablePrefix(0.9)).isEqualTo(128);
        assertThat(curve.smallestStablePrefix(0.8)).isEqualTo(32);
        assertThat(curve.smallestStablePrefix(0.1)).isEqualTo(8);
    }

    @Test
    void correlationsOfASampleAreNearThoseOfAllDocuments() {
        float[][] vectors = Samples.gaussian(45_000, 12, 5);
        float[] query = Samples.query(12, 6);
        try (VectorStore store = VectorStore.of(vectors)) {
            StabilityCurve curve = Studies.stability(store, query, 10, new int[]{3, 8}, Progress.NONE);
            assertThat(curve.correlated()).isEqualTo(20_000);
            assertThat(curve.documents()).isEqualTo(45_000);
            LiveRanking live = new LiveRanking(store, query, Progress.NONE);
            TiedRanks full = TiedRanks.of(live.at(12, true).score());
            for (int p = 0; p < 2; p++) {
                RankingAt cut = live.at(curve.prefixes()[p], true);
                TiedRanks ranks = TiedRanks.of(cut.score());
                assertThat(curve.kendallTauB()[p]).isCloseTo(KendallTau.b(full, ranks), within(0.012));
                assertThat(curve.spearman()[p]).isCloseTo(SpearmanRho.of(full, ranks), within(0.012));
                assertThat(curve.overlap()[p]).isEqualTo(Overlap.at(cut.order(), live.at(12, true).order(), 10));
            }
        }
    }

    @Test
    void scoreCurvesFollowTheChosenRows() {
        try (VectorStore store = VectorStore.of(VECTORS)) {
            ScoreCurves curves = Studies.scores(store, QUERY, new int[]{7, 3}, true, Progress.NONE);
            for (int d = 1; d <= DIMENSION; d++) {
                assertThat((double) curves.score()[0][d - 1])
                        .isCloseTo(Samples.score(QUERY, VECTORS[7], d, Scoring.COSINE), within(1e-6));
                assertThat((double) curves.score()[1][d - 1])
                        .isCloseTo(Samples.score(QUERY, VECTORS[3], d, Scoring.COSINE), within(1e-6));
            }
        }
    }

    @Test
    void bumpGivesTheRanksOfTheBestDocumentsAtD() {
        try (VectorStore store = VectorStore.of(VECTORS)) {
            BumpRanks bump = Studies.bump(store, QUERY, 5, new int[]{1, 6, DIMENSION}, Progress.NONE);
            LiveRanking live = new LiveRanking(store, QUERY, Progress.NONE);
            assertThat(bump.rows()).isEqualTo(Arrays.copyOf(live.at(DIMENSION, true).order(), 5));
            for (int p = 0; p < 3; p++) {
                int[] order = live.at(bump.prefixes()[p], true).order();
                for (int i = 0; i < 5; i++) {
                    assertThat(order[bump.rank()[i][p] - 1]).isEqualTo(bump.rows()[i]);
                }
            }
            assertThat(Stream.of(bump.rank()).map(ranks -> ranks[2])).containsExactly(1, 2, 3, 4, 5);
        }
    }

    @Test
    void gapIsTheDifferenceOfMeansWithinItsInterval() {
        int[] related = {4, 1, 2, 3, 0};
        int[] unrelated = {10, 11, 12, 13, 14};
        try (VectorStore store = VectorStore.of(VECTORS)) {
            GapCurve gap = Studies.gap(store, QUERY, related, unrelated, Progress.NONE);
            assertThat(gap.related()).containsExactly(0, 1, 2, 3, 4);
            for (int d = 1; d <= DIMENSION; d++) {
                assertThat(gap.meanRelated()[d - 1]).isCloseTo(mean(related, d), within(1e-6));
                assertThat(gap.gap()[d - 1]).isCloseTo(mean(related, d) - mean(unrelated, d), within(1e-6))
                        .isBetween(gap.gapLow()[d - 1], gap.gapHigh()[d - 1]);
                assertThat(gap.meanUnrelated()[d - 1]).isBetween(gap.unrelatedLow()[d - 1], gap.unrelatedHigh()[d - 1]);
            }
            assertThat(Studies.gap(store, QUERY, related, unrelated, Progress.NONE).gapLow()).isEqualTo(gap.gapLow());
        }
    }

    private static double mean(int[] rows, int d) {
        return IntStream.of(rows)
                .mapToDouble(row -> Samples.score(QUERY, VECTORS[row], d, Scoring.COSINE))
                .average()
                .orElseThrow();
    }

    @Test
    void aSideOfOneDocumentHasAPointForAnInterval() {
        try (VectorStore store = VectorStore.of(VECTORS)) {
            GapCurve gap = Studies.gap(store, QUERY, new int[]{0}, new int[]{1, 2, 3}, Progress.NONE);
            assertThat(gap.relatedLow()).isEqualTo(gap.meanRelated()).isEqualTo(gap.relatedHigh());
            assertThat(gap.gapHigh()[5]).isGreaterThan(gap.gapLow()[5]);
            GapCurve points = Studies.gap(store, QUERY, new int[]{0}, new int[]{1}, Progress.NONE);
            assertThat(points.gapLow()).isEqualTo(points.gap()).isEqualTo(points.gapHigh());
        }
    }

    @Test
    void gapLeavesOutUnusableDocumentsAndNeedsOneOnEachSide() {
        float[][] vectors = VECTORS.clone();
        vectors[0] = new float[DIMENSION];
        try (VectorStore store = VectorStore.of(vectors)) {
            GapCurve gap = Studies.gap(store, QUERY, new int[]{0, 1}, new int[]{2}, Progress.NONE);
            assertThat(gap.related()).containsExactly(1);
            assertThat(gap.gap()).doesNotContain(Double.NaN);
            assertThatThrownBy(() -> Studies.gap(store, QUERY, new int[]{0}, new int[]{2}, Progress.NONE))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("no related document");
        }
    }

    @Test
    void unusableDocumentsChangeNoOtherResult() {
        float[][] dirty = Arrays.copyOf(VECTORS, VECTORS.length + 2);
        dirty[VECTORS.length] = new float[DIMENSION];
        dirty[VECTORS.length + 1] = new float[DIMENSION];
        dirty[VECTORS.length + 1][3] = Float.NaN;
        int[] prefixes = {1, 5};
        try (VectorStore clean = VectorStore.of(VECTORS); VectorStore store = VectorStore.of(dirty)) {
            StabilityCurve expected = Studies.stability(clean, QUERY, 10, prefixes, Progress.NONE);
            StabilityCurve curve = Studies.stability(store, QUERY, 10, prefixes, Progress.NONE);
            assertThat(curve.overlap()).isEqualTo(expected.overlap());
            assertThat(curve.rbo()).isEqualTo(expected.rbo());
            assertThat(curve.kendallTauB()).isEqualTo(expected.kendallTauB());
            assertThat(curve.spearman()).isEqualTo(expected.spearman());
        }
    }

    static Stream<Consumer<Progress>> studies() {
        VectorStore store = VectorStore.of(VECTORS);
        return Stream.of(progress -> Studies.scores(store, QUERY, new int[]{1}, true, progress),
                progress -> Studies.stability(store, QUERY, 10, new int[]{3}, progress),
                progress -> Studies.overlap(store, QUERY, 10, progress),
                progress -> Studies.bump(store, QUERY, 10, new int[]{3}, progress),
                progress -> Studies.gap(store, QUERY, new int[]{1}, new int[]{2}, progress));
    }

    @ParameterizedTest
    @MethodSource("studies")
    void everyStudyReportsRisingProgressToItsEndAndStopsWhenCancelled(Consumer<Progress> study) {
        double[] share = {0, 0};
        study.accept((done, total) -> {
            share[1] = (double) done / total;
            assertThat(share[1]).isBetween(share[0], 1.0);
            share[0] = share[1];
        });
        assertThat(share[1]).isEqualTo(1);
        assertThatThrownBy(() -> study.accept((done, total) -> {
            throw new CancellationException();
        })).isInstanceOf(CancellationException.class);
    }
}
