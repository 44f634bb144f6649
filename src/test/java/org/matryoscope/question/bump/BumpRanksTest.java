package org.matryoscope.question.bump;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.matryoscope.base.Progress;
import org.matryoscope.question.RisingProgress;
import org.matryoscope.retrieval.LiveRanking;
import org.matryoscope.vector.Samples;
import org.matryoscope.vector.VectorStore;

import static org.assertj.core.api.Assertions.assertThat;

/** Ranks across prefixes against whole rankings. */
class BumpRanksTest {
    private static final int DIMENSION = 24;
    private static final float[][] VECTORS = Samples.gaussian(400, DIMENSION, 1);
    private static final float[] QUERY = Samples.query(DIMENSION, 2);

    @Test
    void bumpGivesTheRanksOfTheBestDocumentsAtD() {
        try (VectorStore store = VectorStore.of(VECTORS)) {
            BumpRanks bump = BumpQuestion.ranks(store, QUERY, 5, new int[]{1, 6, DIMENSION}, Progress.NONE);
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
    void reportsRisingProgressToItsEndAndStopsWhenCancelled() {
        try (VectorStore store = VectorStore.of(VECTORS)) {
            RisingProgress.check(progress -> BumpQuestion.ranks(store, QUERY, 10, new int[]{3}, progress));
        }
    }
}
