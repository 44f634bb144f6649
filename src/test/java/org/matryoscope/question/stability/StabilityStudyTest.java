package org.matryoscope.question.stability;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.matryoscope.base.Progress;
import org.matryoscope.metric.KendallTau;
import org.matryoscope.metric.MeanCurve;
import org.matryoscope.metric.Overlap;
import org.matryoscope.metric.RankBiasedOverlap;
import org.matryoscope.metric.SpearmanRho;
import org.matryoscope.metric.TiedRanks;
import org.matryoscope.question.QueryPlan.QueryVector;
import org.matryoscope.question.RisingProgress;
import org.matryoscope.retrieval.LiveRanking;
import org.matryoscope.retrieval.RankingAt;
import org.matryoscope.vector.Samples;
import org.matryoscope.vector.VectorStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Agreement against each measure of whole rankings. */
class StabilityStudyTest {
    private static final int DIMENSION = 24;
    private static final float[][] VECTORS = Samples.gaussian(400, DIMENSION, 1);
    private static final float[] QUERY = Samples.query(DIMENSION, 2);

    @Test
    void stabilityAgreesWithEachMetricOfTheWholeRankings() {
        try (VectorStore store = VectorStore.of(VECTORS)) {
            StabilityCurve curve = run(store, QUERY, 10, new int[]{2, 8, 9});
            assertThat(curve.prefixes()).containsExactly(2, 8, 9, DIMENSION);
            LiveRanking live = new LiveRanking(store, QUERY, Progress.NONE);
            RankingAt full = live.at(DIMENSION, true);
            TiedRanks fullRanks = TiedRanks.of(full.score());
            for (int p = 0; p < 4; p++) {
                RankingAt cut = live.at(curve.prefixes()[p], true);
                TiedRanks ranks = TiedRanks.of(cut.score());
                assertThat(curve.mean(Measure.OVERLAP)[p]).isEqualTo(Overlap.at(cut.order(), full.order(), 10));
                assertThat(curve.mean(Measure.RBO)[p]).isEqualTo(RankBiasedOverlap
                        .extrapolated(Arrays.copyOf(cut.order(), 100), Arrays.copyOf(full.order(), 100), 0.9));
                assertThat(curve.mean(Measure.KENDALL)[p]).isEqualTo(KendallTau.b(fullRanks, ranks));
                assertThat(curve.mean(Measure.SPEARMAN)[p]).isEqualTo(SpearmanRho.of(fullRanks, ranks));
            }
        }
    }

    @Test
    void agreementWithItselfIsOneAtFullDimension() {
        try (VectorStore store = VectorStore.of(VECTORS)) {
            StabilityCurve curve = run(store, QUERY, 10, new int[0]);
            assertThat(curve.prefixes()).containsExactly(DIMENSION);
            assertThat(curve.mean(Measure.OVERLAP)).containsExactly(1);
            assertThat(curve.mean(Measure.RBO)[0]).isCloseTo(1, within(1e-12));
            assertThat(curve.mean(Measure.KENDALL)[0]).isCloseTo(1, within(1e-12));
            assertThat(curve.mean(Measure.SPEARMAN)[0]).isCloseTo(1, within(1e-12));
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
            StabilityCurve curve = run(store, QUERY, 5, prefixes);
            StabilityCurve other = run(movedStore, longer, 5, prefixes);
            assertThat(other.mean(Measure.OVERLAP)).isEqualTo(curve.mean(Measure.OVERLAP));
            assertThat(other.mean(Measure.KENDALL)).containsExactly(curve.mean(Measure.KENDALL), within(1e-12));
            assertThat(other.mean(Measure.SPEARMAN)).containsExactly(curve.mean(Measure.SPEARMAN), within(1e-12));
        }
    }

    @Test
    void theSmallestStablePrefixHoldsForEveryLargerOne() {
        double[] overlap = {1, 0.5, 0.9, 0.8, 0.95, 1};
        StabilityCurve curve = new StabilityCurve(10, new int[]{8, 16, 32, 64, 128, 256},
                Map.of(Measure.OVERLAP, new MeanCurve(overlap, overlap, overlap)), new double[][]{overlap}, 7, 7);
        assertThat(curve.smallestStablePrefix(0.9)).isEqualTo(128);
        assertThat(curve.smallestStablePrefix(0.8)).isEqualTo(32);
        assertThat(curve.smallestStablePrefix(0.1)).isEqualTo(8);
    }

    @Test
    void correlationsOfASampleAreNearThoseOfAllDocuments() {
        float[][] vectors = Samples.gaussian(45_000, 12, 5);
        float[] query = Samples.query(12, 6);
        try (VectorStore store = VectorStore.of(vectors)) {
            StabilityCurve curve = run(store, query, 10, new int[]{3, 8});
            assertThat(curve.correlated()).isEqualTo(20_000);
            assertThat(curve.documents()).isEqualTo(45_000);
            LiveRanking live = new LiveRanking(store, query, Progress.NONE);
            TiedRanks full = TiedRanks.of(live.at(12, true).score());
            for (int p = 0; p < 2; p++) {
                RankingAt cut = live.at(curve.prefixes()[p], true);
                TiedRanks ranks = TiedRanks.of(cut.score());
                assertThat(curve.mean(Measure.KENDALL)[p]).isCloseTo(KendallTau.b(full, ranks), within(0.012));
                assertThat(curve.mean(Measure.SPEARMAN)[p]).isCloseTo(SpearmanRho.of(full, ranks), within(0.012));
                assertThat(curve.mean(Measure.OVERLAP)[p])
                        .isEqualTo(Overlap.at(cut.order(), live.at(12, true).order(), 10));
            }
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
            StabilityCurve expected = run(clean, QUERY, 10, prefixes);
            StabilityCurve curve = run(store, QUERY, 10, prefixes);
            assertThat(curve.mean(Measure.OVERLAP)).isEqualTo(expected.mean(Measure.OVERLAP));
            assertThat(curve.mean(Measure.RBO)).isEqualTo(expected.mean(Measure.RBO));
            assertThat(curve.mean(Measure.KENDALL)).isEqualTo(expected.mean(Measure.KENDALL));
            assertThat(curve.mean(Measure.SPEARMAN)).isEqualTo(expected.mean(Measure.SPEARMAN));
        }
    }

    @Test
    void manyQueriesGiveTheMeanOfEachAloneWithinItsInterval() {
        try (VectorStore store = VectorStore.of(VECTORS)) {
            List<QueryVector> queries = IntStream.range(0, 20).mapToObj(i -> new QueryVector(store.row(i), i)).toList();
            int[] prefixes = {2, 8, 16};
            StabilityCurve many = StabilityStudy.run(store, queries, 10, prefixes, Progress.NONE);
            assertThat(many.queries()).isEqualTo(20);
            for (Measure measure : Measure.values()) {
                for (int p = 0; p < 3; p++) {
                    int at = p;
                    double mean = queries.stream()
                            .mapToDouble(query -> StabilityStudy.run(store, List.of(query), 10, prefixes, Progress.NONE)
                                    .mean(measure)[at])
                            .average()
                            .orElseThrow();
                    assertThat(many.mean(measure)[p]).isCloseTo(mean, within(1e-12))
                            .isBetween(many.of(measure).low()[p], many.of(measure).high()[p]);
                }
            }
        }
    }

    @Test
    void contendersAreComparedQueryByQuery() {
        double[][] one = {{.2, 1}, {.4, 1}, {.6, 1}};
        double[][] other = {{.1, 1}, {.3, 1}, {.5, 1}};
        MeanCurve above = curve(one).overlapAbove(curve(other), 8);
        assertThat(above.mean()[0]).isCloseTo(0.1, within(1e-12));
        assertThat(above.high()[0] - above.low()[0]).isCloseTo(0, within(1e-12));
    }

    private static StabilityCurve curve(double[][] overlaps) {
        return new StabilityCurve(10, new int[]{8, 16}, Map.of(), overlaps, 7, 7);
    }

    @Test
    void reportsRisingProgressToItsEndAndStopsWhenCancelled() {
        try (VectorStore store = VectorStore.of(VECTORS)) {
            RisingProgress.check(progress -> run(store, QUERY, 10, new int[]{3}, progress));
        }
    }

    private static StabilityCurve run(VectorStore store, float[] query, int k, int[] prefixes) {
        return run(store, query, k, prefixes, Progress.NONE);
    }

    private static StabilityCurve run(VectorStore store, float[] query, int k, int[] prefixes, Progress progress) {
        return StabilityStudy.run(store, List.of(new QueryVector(query, -1)), k, prefixes, progress);
    }
}
