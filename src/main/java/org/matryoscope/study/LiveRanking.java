package org.matryoscope.study;

import org.matryoscope.vector.VectorStore;

/** The ranking of one corpus for one query, moved from prefix to prefix in O(N·Δ). Not thread-safe. */
public final class LiveRanking {
    /**
     * Prepares the scan and the reference ranking at D.
     *
     * @param store the documents
     * @param query D entries
     */
    public LiveRanking(VectorStore store, float[] query) {
        throw new UnsupportedOperationException();
    }

    /**
     * Moves to a prefix and ranks.
     *
     * @param d 1 … D
     * @param renormalise cosine of the prefixes, or the plain dot product
     * @return the ranking
     */
    public RankingAt at(int d, boolean renormalise) {
        throw new UnsupportedOperationException();
    }
}
