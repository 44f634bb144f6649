package org.matryoscope.vector;

import java.util.List;

/**
 * What a prefix scan accumulates by row: squared norms of the documents' prefixes and, for each query, dot products with them.
 * Sums at a prefix depend on the prefix alone, not on the moves before, so that they may be added to and taken from for ever.
 */
sealed interface PrefixSums permits DoubleSums, GroupSums {
    /** Returns sums at prefix 0 for the store's format. */
    static PrefixSums zero(VectorStore store, List<Query> queries) {
        return store.columns() instanceof Int8Columns columns && GroupSums.fits(store.dimension())
                ? GroupSums.zero(columns, queries)
                : DoubleSums.zero(store, queries);
    }

    /** Returns a copy, whose moves leave this one as it is. */
    PrefixSums copy();

    /** Returns what one thread does to move these sums. */
    BlockScan.Worker mover(PrefixMove move);

    /**
     * Returns one thread's view of the sums.
     *
     * @param query which query, from 0
     * @param d the prefix length at which the sums stand when they are read
     */
    BlockSums view(int query, int d);
}
