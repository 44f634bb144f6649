package org.matryoscope.vector;

import java.util.List;
import java.util.Optional;

/**
 * A move of prefix sums from one prefix length to another, block by block.
 *
 * @param store the documents
 * @param queries the queries
 * @param sums what is moved
 * @param start the sums to start from; empty to move in place
 * @param from the prefix length of the start
 * @param to the prefix length to reach
 */
record PrefixMove(VectorStore store, List<Query> queries, PrefixSums sums, Optional<PrefixSums> start, int from,
        int to) {
    BlockScan.Worker worker() {
        float[] column = new float[BlockScan.BLOCK];
        return (firstRow, endRow) -> {
            if (from == 0) {
                sums.clear(firstRow, endRow);
            }
            start.ifPresent(other -> sums.set(other, firstRow, endRow));
            for (int i = from; i < to; i++) {
                add(column, i, 1, firstRow, endRow - firstRow);
            }
            for (int i = from - 1; i >= to; i--) {
                add(column, i, -1, firstRow, endRow - firstRow);
            }
        };
    }

    private void add(float[] column, int i, int sign, int firstRow, int count) {
        store.copyColumn(i, firstRow, column, count);
        Kernels.addSquares(column, sign, sums.norms(), firstRow, count);
        for (int q = 0; q < queries.size(); q++) {
            Kernels.addProducts(column, sign * queries.get(q).at(i), sums.dots()[q], firstRow, count);
        }
    }
}
