package org.matryoscope.vector;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class PrefixTopsTest {
    @ParameterizedTest
    @CsvSource({"1, 3, 10", "900, 20, 10", "40000, 16, 100", "3000, 40, 5000"})
    void equalsTheRankingAtEachPrefix(int rows, int dimension, int k) {
        float[][] vectors = Samples.gaussian(rows, dimension, rows);
        for (int row = 0; row < rows; row += 5) {
            Arrays.fill(vectors[row], 0, dimension / 2, 0);
        }
        vectors[rows / 2] = new float[dimension];
        vectors[rows / 2][dimension - 1] = rows == 1 ? 1 : Float.NaN;
        float[] query = Samples.query(dimension, 7);
        int[] prefixes = PrefixTops.everyPrefix(dimension);
        try (VectorStore store = VectorStore.of(vectors)) {
            List<TopRows> tops = PrefixTops.scan(store, query, prefixes, k, Progress.NONE);
            for (int d : prefixes) {
                float[] scores = new float[rows];
                for (int row = 0; row < rows; row++) {
                    scores[row] = store.isExcluded(row)
                            ? Float.NaN
                            : (float) Samples.score(query, store.row(row), d, Scoring.COSINE);
                }
                int[] expected = Samples.order(scores);
                assertSameUpToRounding(tops.get(d - 1), scores, Arrays.copyOf(expected, Math.min(k, expected.length)));
            }
        }
    }

    /** Rows may only differ from the expected ones where their reference scores differ by rounding. */
    private static void assertSameUpToRounding(TopRows top, float[] scores, int[] expected) {
        assertThat(top.rows()).hasSameSizeAs(expected).doesNotHaveDuplicates();
        for (int i = 0; i < expected.length; i++) {
            assertThat(scores[top.rows()[i]]).isCloseTo(scores[expected[i]], within(1e-6f));
        }
    }

    @Test
    void chosenPrefixesGetTheSameTopsAsEveryPrefix() {
        float[] query = Samples.query(24, 3);
        try (VectorStore store = VectorStore.of(Samples.gaussian(5000, 24, 2))) {
            List<TopRows> every = PrefixTops.scan(store, query, PrefixTops.everyPrefix(24), 10, Progress.NONE);
            List<TopRows> some = PrefixTops.scan(store, query, new int[]{3, 8, 24}, 10, Progress.NONE);
            assertThat(some).extracting(TopRows::rows)
                    .containsExactly(every.get(2).rows(), every.get(7).rows(), every.get(23).rows());
        }
    }

    @Test
    void stopsAsSoonAsItIsCancelled() {
        int[] reports = {0};
        try (VectorStore store = VectorStore.of(Samples.gaussian(50_000, 4, 2))) {
            assertThatThrownBy(() -> PrefixTops.scan(store, Samples.query(4, 3), new int[]{4}, 10, (done, total) -> {
                reports[0]++;
                throw new CancellationException();
            })).isInstanceOf(CancellationException.class);
        }
        assertThat(reports[0]).isEqualTo(1);
    }
}
