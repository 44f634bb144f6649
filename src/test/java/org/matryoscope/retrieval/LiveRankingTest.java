package org.matryoscope.retrieval;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import org.matryoscope.base.Progress;
import org.matryoscope.vector.Samples;
import org.matryoscope.vector.Scoring;
import org.matryoscope.vector.VectorStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LiveRankingTest {
    @Test
    void setsTheRankingAtAPrefixBesideTheFullOne() {
        float[][] vectors = Samples.gaussian(300, 32, 1);
        vectors[17] = new float[32];
        float[] query = Samples.query(32, 2);
        try (VectorStore store = VectorStore.of(vectors)) {
            LiveRanking live = new LiveRanking(store, query, Progress.NONE);
            for (int d : new int[]{32, 5, 6, 31, 1}) {
                RankingAt ranking = live.at(d, true);
                assertThat(ranking.d()).isEqualTo(d);
                assertThat(ranking.order()).isEqualTo(Samples.order(ranking.score())).hasSize(299).doesNotContain(17);
                assertThat(ranking.fullOrder()).isEqualTo(Samples.order(ranking.fullScore()));
                assertThat(ranking.fullRank()[17]).isEqualTo(-1);
                assertThat(ranking.score()[17]).isNaN();
                for (int rank = 0; rank < 299; rank++) {
                    assertThat(ranking.fullRank()[ranking.fullOrder()[rank]]).isEqualTo(rank);
                }
            }
            RankingAt full = live.at(32, true);
            assertThat(full.order()).isEqualTo(full.fullOrder());
            assertThat(full.score()).isEqualTo(full.fullScore());
        }
    }

    @Test
    void withoutRenormalisingScoresAreDotProductsOfTheCutUnitVectors() {
        float[][] vectors = Samples.gaussian(50, 16, 3);
        float[] query = Samples.query(16, 4);
        try (VectorStore store = VectorStore.of(vectors)) {
            LiveRanking live = new LiveRanking(store, query, Progress.NONE);
            RankingAt cut = live.at(3, false);
            assertThat(cut.renormalised()).isFalse();
            for (int row = 0; row < 50; row++) {
                assertThat((double) cut.score()[row]).isCloseTo(Samples.score(query, vectors[row], 3, Scoring.DOT),
                        within(1e-6));
            }
            assertThat(live.at(16, false).score()).containsExactly(live.at(16, true).score(), within(1e-6f));
        }
    }

    @Test
    void earlierResultsStayAsTheyWere() {
        try (VectorStore store = VectorStore.of(Samples.gaussian(20, 8, 5))) {
            LiveRanking live = new LiveRanking(store, Samples.query(8, 6), Progress.NONE);
            RankingAt first = live.at(2, true);
            float[] score = first.score().clone();
            int[] order = first.order().clone();
            live.at(7, false);
            assertThat(first.score()).isEqualTo(score);
            assertThat(first.order()).isEqualTo(order);
        }
    }

    @Test
    void doesNotDependOnTheOrderOfDocuments() {
        float[][] vectors = Samples.gaussian(64, 12, 7);
        float[][] moved = new float[64][];
        for (int row = 0; row < 64; row++) {
            moved[row * 37 % 64] = vectors[row];
        }
        float[] query = Samples.query(12, 8);
        try (VectorStore store = VectorStore.of(vectors); VectorStore movedStore = VectorStore.of(moved)) {
            int[] order = new LiveRanking(store, query, Progress.NONE).at(9, true).order();
            int[] expected = Arrays.stream(order).map(row -> row * 37 % 64).toArray();
            assertThat(new LiveRanking(movedStore, query, Progress.NONE).at(9, true).order()).isEqualTo(expected);
        }
    }
}
