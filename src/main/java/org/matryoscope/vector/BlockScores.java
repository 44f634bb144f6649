package org.matryoscope.vector;

import java.util.Arrays;

/**
 * Turns prefix sums into scores, block by block.
 *
 * @param store the documents
 * @param query the query
 * @param norms squared prefix norms by row
 * @param dots prefix dot products by row
 * @param d the prefix length
 * @param scoring cosine or dot product
 */
record BlockScores(VectorStore store, Query query, double[] norms, double[] dots, int d, Scoring scoring) {
    /** Below this squared norm reversible sums (to 2⁻⁵¹) are too coarse for a cosine. */
    private static final double COARSE_NORM = 0x1p-20;
    /** Likewise for the product of the two squared norms. */
    private static final double COARSE_PRODUCT = 0x1p-30;

    Scorer scorer() {
        return new Scorer();
    }

    /** One thread's scratch arrays. */
    final class Scorer {
        private final CosineFilter filter = new CosineFilter(store, query, d);
        private final float[] scores = new float[BlockScan.BLOCK];
        private final float[] column = new float[BlockScan.BLOCK];
        private final double[] freshNorms = new double[BlockScan.BLOCK];
        private final double[] freshDots = new double[BlockScan.BLOCK];

        /** Returns the scores of rows {@code from} … {@code to − 1} from index 0; overwritten by the next call. */
        float[] score(int from, int to) {
            int count = to - from;
            if (scoring == Scoring.DOT) {
                Kernels.dots(dots, scores, from, count);
            } else if (coarse(from, to)) {
                cosinesAfresh(from, count);
            } else {
                Kernels.cosines(dots, norms, query.squaredNorm(d), scores, from, count);
            }
            for (int row = store.nextExcluded(from); row < to; row = store.nextExcluded(row + 1)) {
                scores[row - from] = Float.NaN;
            }
            return scores;
        }

        /** Offers rows {@code from} … {@code to − 1} to a top-k. */
        void offer(TopK top, int from, int to) {
            if (scoring == Scoring.DOT || coarse(from, to)) {
                top.offerBlock(score(from, to), from, to);
            } else {
                filter.offer(top, dots, norms, from, from, to);
            }
        }

        private boolean coarse(int from, int to) {
            double limit = Math.max(COARSE_NORM, COARSE_PRODUCT / query.squaredNorm(d));
            if (Kernels.least(norms, from, to - from) >= limit) {
                return false;
            }
            for (int row = from; row < to; row++) {
                if (norms[row] < limit && !store.isExcluded(row)) {
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
