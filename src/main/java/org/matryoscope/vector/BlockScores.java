package org.matryoscope.vector;

import java.util.Arrays;

/**
 * Turns prefix sums into scores, block by block.
 *
 * @param store the documents
 * @param query the query
 * @param index the query's number among those of the sums
 * @param sums sums by row, which stand at d when a block is scored
 * @param d the prefix length
 * @param scoring cosine or dot product
 */
record BlockScores(VectorStore store, Query query, int index, PrefixSums sums, int d, Scoring scoring) {
    Scorer scorer() {
        return new Scorer();
    }

    /** One thread's scratch arrays. */
    final class Scorer {
        private final BlockSums block = sums.view(index, d);
        private final CosineFilter filter = new CosineFilter(store, query, d);
        private final float[] scores = new float[BlockScan.BLOCK];
        private final float[] column = new float[BlockScan.BLOCK];
        private final double[] freshNorms = new double[BlockScan.BLOCK];
        private final double[] freshDots = new double[BlockScan.BLOCK];

        /** Returns the scores of rows {@code from} … {@code to − 1} from index 0; overwritten by the next call. */
        float[] score(int from, int to) {
            block.load(from, to);
            return scoreLoaded(from, to);
        }

        private float[] scoreLoaded(int from, int to) {
            int count = to - from;
            if (scoring == Scoring.DOT) {
                Kernels.dots(block.dots(), scores, block.offset(), count);
            } else if (coarse(from, to)) {
                cosinesAfresh(from, count);
            } else {
                Kernels.cosines(block.dots(), block.norms(), query.squaredNorm(d), scores, block.offset(), count);
            }
            for (int row = store.nextExcluded(from); row < to; row = store.nextExcluded(row + 1)) {
                scores[row - from] = Float.NaN;
            }
            return scores;
        }

        /** Offers rows {@code from} … {@code to − 1} to a top-k. */
        void offer(TopK top, int from, int to) {
            block.load(from, to);
            if (scoring == Scoring.COSINE && !block.mayReach(filter.bound(top))) {
                return;
            }
            if (scoring == Scoring.DOT || coarse(from, to)) {
                top.offerBlock(scoreLoaded(from, to), from, to);
            } else {
                filter.offer(top, block.dots(), block.norms(), block.offset(), from, to);
            }
        }

        private boolean coarse(int from, int to) {
            double limit = Math.max(block.coarseNorm(), block.coarseProduct() / query.squaredNorm(d));
            if (block.leastNorm() >= limit) {
                return false;
            }
            double[] norms = block.norms();
            int start = block.offset() - from;
            for (int row = from; row < to; row++) {
                if (norms[start + row] < limit && !store.isExcluded(row)) {
                    return true;
                }
            }
            return false;
        }

        private void cosinesAfresh(int from, int count) {
            Arrays.fill(freshNorms, 0);
            Arrays.fill(freshDots, 0);
            for (int i = 0; i < d; i++) {
                store.copyColumn(i, from, column, count);
                Kernels.addPlainSquares(column, freshNorms, count);
                Kernels.addPlainProducts(column, query.at(i), freshDots, count);
            }
            for (int i = 0; i < count; i++) {
                scores[i] = query.score(d, Scoring.COSINE, freshDots[i], freshNorms[i]);
            }
        }
    }
}
