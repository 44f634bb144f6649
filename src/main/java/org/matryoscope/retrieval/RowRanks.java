package org.matryoscope.retrieval;

import java.util.List;

import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.vector.PrefixScan;
import org.matryoscope.vector.Scoring;
import org.matryoscope.vector.VectorStore;

/** Where one document stands at several prefixes. */
public final class RowRanks {
    private RowRanks() {
    }

    /**
     * Ranks one document by its cosine with a query, O(N) a prefix.
     *
     * @param store N × D
     * @param query D entries
     * @param row the document, 0 … N − 1, not an excluded one
     * @param prefixes prefix lengths, each 1 … D
     * @param progress told of the prefixes; cancels
     * @return its rank at each prefix, from 1; ties by row, as in every ranking
     * @throws org.matryoscope.base.Problem if the query is all zero or not finite
     */
    public static int[] of(VectorStore store, float[] query, int row, int[] prefixes, Progress progress) {
        PrefixScan scan = new PrefixScan(store, List.of(query), Share.of(progress, 0, 0.5));
        int[] ranks = new int[prefixes.length];
        Progress rest = Share.of(progress, 0.5, 1);
        for (int p = 0; p < prefixes.length; p++) {
            rest.report(p, prefixes.length);
            float[] scores = scan.scoresAt(prefixes[p], 0, Scoring.COSINE);
            ranks[p] = 1;
            for (int other = 0; other < scores.length; other++) {
                if (scores[other] > scores[row] || (scores[other] == scores[row] && other < row)) {
                    ranks[p]++;
                }
            }
        }
        rest.report(1, 1);
        return ranks;
    }
}
