package org.matryoscope.question.stages;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.matryoscope.base.Progress;
import org.matryoscope.metric.Fixtures;
import org.matryoscope.question.QueryPlan.QueryVector;
import org.matryoscope.retrieval.Funnel;
import org.matryoscope.retrieval.HnswIndex;
import org.matryoscope.vector.QueryTops;
import org.matryoscope.vector.Samples;
import org.matryoscope.vector.VectorStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Against what faiss finds (src/test/python/core/stage_fixtures.py), and by properties. */
class StagesStudyTest {
    private static final int QUERIES = 20;
    private static final int K = 5;
    private static final float[][] VECTORS = Fixtures.read("/retrieval/vectors.csv").stream().map(record -> {
        float[] vector = new float[record.getFieldCount()];
        IntStream.range(0, vector.length).forEach(i -> vector[i] = Float.parseFloat(record.getField(i)));
        return vector;
    }).toArray(float[][]::new);
    private static final List<QueryVector> ASKED = Arrays.stream(VECTORS)
            .limit(QUERIES)
            .map(vector -> new QueryVector(vector, -1))
            .toList();

    private static VectorStore documents() {
        return VectorStore.of(Arrays.copyOfRange(VECTORS, QUERIES, VECTORS.length));
    }

    @Test
    void findsWhatFaissFindsInSteps() {
        List<Funnel> funnels = Fixtures.read("/retrieval/stages.csv")
                .stream()
                .map(record -> Funnel.parse(record.getField("steps")))
                .toList();
        try (VectorStore store = documents()) {
            StagesStudy study = new StagesStudy(store, ASKED, K, funnels, Progress.NONE);
            List<StageSetting> measured = study.exact(funnels, Progress.NONE);
            assertThat(measured).extracting(StageSetting::recall)
                    .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class)
                    .containsExactlyElementsOf(Fixtures.read("/retrieval/stages.csv")
                            .stream()
                            .map(record -> Double.valueOf(record.getField("recall")))
                            .toList());
            assertThat(measured).allSatisfy(setting -> {
                assertThat(setting.macs()).isEqualTo(setting.funnel().multiplyAdds(400));
                assertThat(setting.low()).isLessThanOrEqualTo(setting.recall());
                assertThat(setting.high()).isGreaterThanOrEqualTo(setting.recall());
                assertThat(setting.ms()).isPositive();
            });
        }
    }

    @Test
    void graphsFindNearlyWhatThoseOfFaissFind() {
        try (VectorStore store = documents()) {
            Fixtures.read("/retrieval/graphs.csv").forEach(record -> {
                int d = Integer.parseInt(record.getField("d"));
                int keep = Integer.parseInt(record.getField("keep"));
                HnswIndex index = HnswIndex.build(store, d, Progress.NONE);
                double recall = ASKED.stream()
                        .mapToDouble(query -> share(index.search(query.vector(), keep).rows(), QueryTops
                                .scan(store, List.of(query.vector()), new int[]{-1}, new int[]{d}, keep, Progress.NONE)
                                .getFirst()
                                .getFirst()
                                .rows()))
                        .average()
                        .orElseThrow();
                assertThat(recall).isCloseTo(Double.parseDouble(record.getField("recall")), within(0.08));
            });
        }
    }

    private static double share(int[] found, int[] wanted) {
        return (double) IntStream.of(found).filter(row -> IntStream.of(wanted).anyMatch(each -> each == row)).count()
                / wanted.length;
    }

    @Test
    void graphsLookAtFewDocumentsAndAreTheSameEachTime() {
        try (VectorStore store = VectorStore.of(Samples.gaussian(3000, 8, 1))) {
            HnswIndex.Found found = HnswIndex.build(store, 8, Progress.NONE).search(Samples.query(8, 2), 20);
            assertThat(found.visited()).isBetween(20L, 1500L);
            assertThat(HnswIndex.build(store, 8, Progress.NONE).search(Samples.query(8, 2), 20).rows())
                    .containsExactly(found.rows());
        }
    }

    @Test
    void graphsLeaveExcludedRowsOut() {
        float[][] rows = Samples.gaussian(50, 4, 1);
        rows[7] = new float[4];
        try (VectorStore store = VectorStore.of(rows)) {
            assertThat(HnswIndex.build(store, 2, Progress.NONE).search(rows[8], 50).rows()).hasSize(49)
                    .doesNotContain(7)
                    .contains(8);
        }
    }

    @Test
    void aShortlistOfAllFindsAll() {
        Funnel all = Funnel.twoStage(2, 400, 16, K);
        try (VectorStore store = documents()) {
            StagesStudy study = new StagesStudy(store, ASKED, K, List.of(all), Progress.NONE);
            assertThat(study.exact(List.of(all), Progress.NONE).getFirst().recall()).isEqualTo(1);
        }
    }

    @Test
    void aDocumentThatIsTheQueryIsNotFound() {
        Funnel funnel = Funnel.twoStage(4, 30, 16, K);
        try (VectorStore store = documents()) {
            List<QueryVector> own = List.of(new QueryVector(store.row(3), 3));
            KnownTops tops = new KnownTops(store, own, new int[]{4, 16}, 30, Progress.NONE);
            assertThat(tops.search(own.getFirst(), funnel.first()).rows()).hasSize(30).doesNotContain(3);
            GraphSearcher graph = new GraphSearcher(store, new int[]{4}, Progress.NONE);
            assertThat(graph.search(own.getFirst(), funnel.first()).rows()).hasSize(30).doesNotContain(3);
        }
    }

    @Test
    void stopsWhenCancelled() {
        try (VectorStore store = documents()) {
            assertThatThrownBy(() -> HnswIndex.build(store, 4, (done, total) -> {
                throw new CancellationException();
            })).isInstanceOf(CancellationException.class);
        }
    }
}
