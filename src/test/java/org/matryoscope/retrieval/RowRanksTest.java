package org.matryoscope.retrieval;

import java.util.Random;

import org.junit.jupiter.api.Test;

import org.matryoscope.base.Progress;
import org.matryoscope.vector.VectorStore;

import static org.assertj.core.api.Assertions.assertThat;

class RowRanksTest {
    @Test
    void agreesWithTheWholeRankingAtEveryPrefix() {
        Random random = new Random(3);
        float[][] rows = new float[30][8];
        for (float[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        // Ties go by row.
        rows[20] = rows[11].clone();
        float[] query = rows[5].clone();
        int[] prefixes = {1, 3, 8};
        try (VectorStore store = VectorStore.of(rows)) {
            LiveRanking live = new LiveRanking(store, query, Progress.NONE);
            for (int row : new int[]{0, 5, 11, 20}) {
                int[] ranks = RowRanks.of(store, query, row, prefixes, Progress.NONE);
                for (int p = 0; p < prefixes.length; p++) {
                    int[] order = live.at(prefixes[p], true).order();
                    assertThat(order[ranks[p] - 1]).as("row %d at %d", row, prefixes[p]).isEqualTo(row);
                }
            }
        }
    }
}
