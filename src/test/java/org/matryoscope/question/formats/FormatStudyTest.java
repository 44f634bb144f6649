package org.matryoscope.question.formats;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.matryoscope.base.Progress;
import org.matryoscope.metric.Overlap;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.PrefixScan;
import org.matryoscope.vector.Samples;
import org.matryoscope.vector.Scoring;
import org.matryoscope.vector.VectorStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class FormatStudyTest {
    private static final int[] PREFIXES = {32, 8, 16};
    private static final int K = 10;

    @Test
    void comparesEachFormatWithTheReferenceAtTheSamePrefixAndAtFullDimension() {
        List<float[]> queries = List.of(Samples.query(32, 2), Samples.query(32, 3), Samples.query(32, 4));
        try (VectorStore store = VectorStore.of(Samples.gaussian(800, 32, 1))) {
            FormatCosts costs = FormatStudy.run(store, queries, K, PREFIXES, Progress.NONE);
            assertThat(costs.prefixes()).containsExactly(8, 16, 32);
            assertThat(costs.queries()).isEqualTo(3);
            assertThat(costs.formats()).extracting(FormatCost::format).containsExactly(NumberFormat.values());
            for (FormatCost cost : costs.formats()) {
                try (VectorStore copy = store.in(cost.format(), Progress.NONE)) {
                    for (int p = 0; p < 3; p++) {
                        int d = costs.prefixes()[p];
                        assertThat(cost.overlapSameD().mean()[p]).isCloseTo(overlap(copy, d, store, d, queries),
                                within(1e-12));
                        assertThat(cost.overlapFullD().mean()[p]).isCloseTo(overlap(copy, d, store, 32, queries),
                                within(1e-12));
                    }
                }
            }
            FormatCost exact = costs.formats().getFirst();
            assertThat(exact.overlapSameD().mean()).containsExactly(new double[]{1, 1, 1}, within(1e-12));
            FormatCost binary = costs.formats().getLast();
            assertThat(binary.overlapSameD().mean()[2]).isLessThan(0.9);
        }
    }

    private static double overlap(VectorStore a, int dA, VectorStore b, int dB, List<float[]> queries) {
        return queries.stream()
                .mapToDouble(query -> Overlap.at(top(a, dA, query), top(b, dB, query), K))
                .average()
                .orElseThrow();
    }

    private static int[] top(VectorStore store, int d, float[] query) {
        return new PrefixScan(store, List.of(query), Progress.NONE).topAt(d, 0, Scoring.COSINE, K).rows();
    }

    @Test
    void statesTheSampleItTook() {
        List<float[]> queries = IntStream.range(0, 450).mapToObj(i -> Samples.query(4, i)).toList();
        try (VectorStore store = VectorStore.of(Samples.gaussian(30, 4, 1))) {
            FormatCosts costs = FormatStudy.run(store, queries, 3, new int[]{2}, Progress.NONE);
            assertThat(costs.queries()).isEqualTo(FormatStudy.MOST_QUERIES);
            assertThat(costs.offered()).isEqualTo(450);
        }
    }

    @Test
    void leavesOutFormatsThatKeepMoreThanTheStore() {
        try (VectorStore store = VectorStore.of(Samples.gaussian(30, 4, 1)).in(NumberFormat.INT8, Progress.NONE)) {
            FormatCosts costs = FormatStudy.run(store, List.of(Samples.query(4, 2)), 3, new int[]{2, 4}, Progress.NONE);
            assertThat(costs.reference()).isEqualTo(NumberFormat.INT8);
            assertThat(costs.formats()).extracting(FormatCost::format)
                    .containsExactly(NumberFormat.INT8, NumberFormat.BINARY);
        }
    }

    @Test
    void canBeCancelledAndRefusesNoQueries() {
        try (VectorStore store = VectorStore.of(Samples.gaussian(30, 4, 1))) {
            assertThatThrownBy(() -> FormatStudy.run(store, List.of(), 3, new int[]{2}, Progress.NONE))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(
                    () -> FormatStudy.run(store, List.of(Samples.query(4, 2)), 3, new int[]{2}, (done, total) -> {
                        throw new CancellationException();
                    })).isInstanceOf(CancellationException.class);
        }
    }
}
