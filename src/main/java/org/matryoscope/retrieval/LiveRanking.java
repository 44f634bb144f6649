package org.matryoscope.retrieval;

import java.util.List;

import org.matryoscope.base.Progress;
import org.matryoscope.vector.PrefixScan;
import org.matryoscope.vector.RadixRanking;
import org.matryoscope.vector.Scoring;
import org.matryoscope.vector.VectorStore;

/** The ranking of one corpus for one query, moved from prefix to prefix in O(N·Δ). Not thread-safe. */
public final class LiveRanking {
    private final PrefixScan scan;
    private final RadixRanking sort = new RadixRanking();
    private final float[] fullScore;
    private final int[] fullOrder;
    private final int[] fullRank;

    /**
     * Prepares the scan and the reference ranking at D.
     *
     * @param store the documents
     * @param query D entries
     * @param progress told of the rows read for the reference; cancels
     * @throws org.matryoscope.base.Problem if the query is all zero or not finite
     */
    public LiveRanking(VectorStore store, float[] query, Progress progress) {
        scan = new PrefixScan(store, List.of(query), progress);
        fullScore = scan.scoresAt(store.dimension(), 0, Scoring.COSINE);
        fullOrder = sort.order(fullScore);
        fullRank = RadixRanking.ranks(fullOrder, store.rows());
    }

    /**
     * Moves to a prefix and ranks.
     *
     * @param d 1 … D
     * @param renormalise cosine of the prefixes (0 where a prefix is all zero), or the dot product of the cut unit vectors
     * @return the ranking, the same whatever the moves before
     */
    public RankingAt at(int d, boolean renormalise) {
        float[] score = scan.scoresAt(d, 0, renormalise ? Scoring.COSINE : Scoring.DOT);
        return new RankingAt(d, renormalise, sort.order(score), score, fullOrder, fullRank, fullScore);
    }
}
