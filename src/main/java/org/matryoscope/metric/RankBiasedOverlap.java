package org.matryoscope.metric;

import java.util.HashSet;
import java.util.Set;

/**
 * Rank-biased overlap (Webber, Moffat and Zobel, "A similarity measure for indefinite rankings", ACM TOIS 28(4), 2010):
 * the average overlap of the heads of two rankings, with weight (1 − p)·p^(d−1) on depth d.
 */
public final class RankBiasedOverlap {
    private RankBiasedOverlap() {
    }

    /**
     * The extrapolated form RBO_ext (equation 23), which assumes that the agreement at the last depth k goes on for ever:
     * X_k/k · p^k + (1 − p)/p · Σ X_d/d · p^d for d = 1 … k, with X_d the number of rows shared by the first d of each. A
     * shorter ranking is held at its end, so that k is the length of the longer one.
     *
     * @param a rows, best first, without repeats
     * @param b rows, best first, without repeats
     * @param p persistence, 0 < p < 1
     * @return 0 … 1; 1 for two empty rankings
     */
    public static double extrapolated(int[] a, int[] b, double p) {
        int depth = Math.max(a.length, b.length);
        Set<Integer> seen = HashSet.newHashSet(a.length + b.length);
        double sum = 0;
        double weight = 1;
        double agreement = 1;
        int shared = 0;
        for (int d = 1; d <= depth; d++) {
            shared += d <= a.length && !seen.add(a[d - 1]) ? 1 : 0;
            shared += d <= b.length && !seen.add(b[d - 1]) ? 1 : 0;
            weight *= p;
            agreement = (double) shared / d;
            sum += agreement * weight;
        }
        return agreement * weight + (1 - p) / p * sum;
    }

    /**
     * The share of the whole weight that the first ranks carry (equation 21).
     *
     * @param p persistence, 0 < p < 1
     * @param depth how many ranks, at least 1
     * @return 0 … 1
     */
    public static double headWeight(double p, int depth) {
        double series = 0;
        for (int i = 1; i < depth; i++) {
            series += Math.pow(p, i) / i;
        }
        return 1 - Math.pow(p, depth - 1) + (1 - p) / p * depth * (-Math.log1p(-p) - series);
    }
}
