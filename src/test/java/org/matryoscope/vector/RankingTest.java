package org.matryoscope.vector;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RankingTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 1000, 70_000})
    void ranksAsAStableComparisonSortDoes(int rows) {
        float[] scores = scores(rows);
        int[] order = new RadixRanking().order(scores);
        assertThat(order).isEqualTo(Samples.order(scores));
        int[] ranks = RadixRanking.ranks(order, rows);
        for (int row = 0; row < rows; row++) {
            assertThat(Float.isNaN(scores[row]) ? -1 : order[ranks[row]]).isEqualTo(ranks[row] < 0 ? -1 : row);
        }
    }

    @Test
    void ordersSignsZerosAndExtremes() {
        float[] scores = {-0f, 0f, -1, 1, Float.NaN, Float.MIN_VALUE, -Float.MIN_VALUE, Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY};
        assertThat(new RadixRanking().order(scores)).containsExactly(7, 3, 5, 0, 1, 6, 2, 8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 999, 5000})
    void topKIsTheHeadOfTheOrderWhateverTheOrderOfOffers(int k) {
        float[] scores = scores(1000);
        TopK forwards = new TopK(k);
        forwards.offerBlock(scores, 0, 500);
        TopK backwards = new TopK(k);
        for (int row = 999; row >= 500; row--) {
            backwards.offer(scores[row], row);
        }
        int[] order = new RadixRanking().order(scores);
        assertThat(TopK.merge(k, List.of(backwards, forwards)).rows())
                .isEqualTo(Arrays.copyOf(order, Math.min(k, order.length)));
    }

    /** Scores with many ties and some rows without one. */
    private static float[] scores(int rows) {
        SplittableRandom random = new SplittableRandom(rows);
        float[] scores = new float[rows];
        for (int row = 0; row < rows; row++) {
            scores[row] = row % 17 == 3 ? Float.NaN : random.nextInt(-200, 200) / 100f;
        }
        return scores;
    }
}
