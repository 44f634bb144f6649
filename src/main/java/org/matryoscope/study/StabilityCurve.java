package org.matryoscope.study;

/**
 * Agreement of the ranking at each prefix with the ranking at full dimension, for one query.
 *
 * @param k depth of the overlap
 * @param prefixes the prefix lengths evaluated, ascending, ending with D
 * @param overlap overlap@k at each prefix, 0 … 1
 * @param rbo rank-biased overlap of the first {@value #RBO_DEPTH} ranks (or k, if more), p = 0.9, extrapolated, 0 … 1
 * @param kendallTauB Kendall's τ-b over {@code correlated} documents, −1 … 1; NaN where all scores are equal
 * @param spearman Spearman's ρ over the same documents, −1 … 1; NaN where all scores are equal
 * @param correlated how many documents τ-b and ρ look at: all of them, or where there are many a sample
 * @param documents how many documents have a usable vector
 */
public record StabilityCurve(int k, int[] prefixes, double[] overlap, double[] rbo, double[] kendallTauB,
        double[] spearman, int correlated, int documents) {
    /** The p of rank-biased overlap: 0.9 puts 86 % of the weight on the first ten ranks. */
    public static final double RBO_PERSISTENCE = 0.9;
    /** How many ranks rank-biased overlap looks at; those beyond carry less than a hundred-thousandth of the weight. */
    public static final int RBO_DEPTH = 100;

    /**
     * Finds the smallest stable prefix: the least d with overlap@k ≥ threshold for every d' ≥ d.
     *
     * @param threshold 0 … 1
     * @return the prefix length
     */
    public int smallestStablePrefix(double threshold) {
        int at = prefixes.length - 1;
        while (at > 0 && overlap[at - 1] >= threshold) {
            at--;
        }
        return prefixes[at];
    }
}
