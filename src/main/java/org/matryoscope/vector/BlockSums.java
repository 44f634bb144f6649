package org.matryoscope.vector;

/** One thread's view of prefix sums, a block of rows at a time. */
interface BlockSums {
    /**
     * Returns how far dot · |dot| − bound · norm of a row may be off by the grid of the sums: with r the root of the query's
     * squared norm, at most 1, and documents shorter than √2, 2 · r · √2 · error by the dot product, and |bound| · error,
     * at most r² · error, by the norm.
     *
     * @param error how far a sum may be off
     * @param queryNorm the query's squared norm
     */
    static double margin(double error, double queryNorm) {
        return 4 * error * Math.sqrt(queryNorm) + 2 * error * error;
    }

    /** Turns to rows {@code from} … {@code to − 1}. */
    void load(int from, int to);

    /** Returns the least squared norm of the block, possibly rounded to float. */
    double leastNorm();

    /** Returns below which squared norm the sums are too coarse for a cosine. */
    double coarseNorm();

    /** Returns below which product of the two squared norms the sums are too coarse for a cosine. */
    double coarseProduct();

    /**
     * Tells whether dot · |dot| may reach {@code bound} · norm anywhere in the block, by these sums or computed afresh; never
     * misses one.
     */
    boolean mayReach(double bound);

    /** Returns an array with the block's dot products from {@link #offset()} on. */
    double[] dots();

    /** Returns an array with the block's squared norms from {@link #offset()} on. */
    double[] norms();

    /** Returns where the block starts in both arrays. */
    int offset();
}
