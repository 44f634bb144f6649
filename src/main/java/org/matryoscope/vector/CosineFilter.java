package org.matryoscope.vector;

/**
 * Picks out of a block the rows that may be among the best by cosine, comparing squares, so that roots and divisions are
 * spent on these few only.
 *
 * @param store the documents
 * @param query the query
 * @param d the prefix length
 */
record CosineFilter(VectorStore store, Query query, int d) {
    /** Scores are rounded to float, so a row may reach the threshold from a little below. */
    private static final double ROUNDING = 1e-6;

    /**
     * Offers rows by their sums.
     *
     * @param top where to
     * @param dots dot products of prefixes
     * @param norms squared norms of the documents' prefixes
     * @param index where the first row stands in both arrays
     * @param from the first row
     * @param to the row after the last
     */
    void offer(TopK top, double[] dots, double[] norms, int index, int from, int to) {
        int end = index + to - from;
        double bound = bound(top);
        for (int i = next(dots, norms, bound, index, end); i < end; i = next(dots, norms, bound, i + 1, end)) {
            int row = from + i - index;
            if (!store.isExcluded(row)) {
                top.offer(query.score(d, Scoring.COSINE, dots[i], norms[i]), row);
                bound = bound(top);
            }
        }
    }

    /** Returns the least dot·|dot| / norm that a cosine can have which rounds to the threshold. */
    double bound(TopK top) {
        float threshold = top.threshold();
        double bound = (double) threshold * Math.abs(threshold) * query.squaredNorm(d);
        return bound - ROUNDING * Math.abs(bound);
    }

    /** Returns the next index whose cosine may reach the bound, or {@code end}; one with norm 0 always may. */
    private static int next(double[] dots, double[] norms, double bound, int from, int end) {
        int at = from;
        while (at < end && dots[at] * Math.abs(dots[at]) < bound * norms[at]) {
            at++;
        }
        return at;
    }
}
