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
     * The extrapolated form RBO_ext for two finite heads of possibly different length (equation 32).
     *
     * @param a rows, best first, without repeats; not empty
     * @param b rows, best first, without repeats; not empty
     * @param p persistence, 0 < p < 1
     * @return 0 … 1
     */
    public static double extrapolated(int[] a, int[] b, double p) {
        int[] shorter = a.length <= b.length ? a : b;
        int[] longer = a.length <= b.length ? b : a;
        int s = shorter.length;
        int l = longer.length;
        Set<Integer> seen = HashSet.newHashSet(2 * l);
        double sum = 0;
        double weight = 1;
        int shared = 0;
        int sharedAtS = 0;
        for (int depth = 1; depth <= l; depth++) {
            weight *= p;
            shared += seen.add(longer[depth - 1]) ? 0 : 1;
            if (depth <= s) {
                shared += seen.add(shorter[depth - 1]) ? 0 : 1;
                sharedAtS = shared;
            }
            double beyondShorter = depth <= s ? 0 : (double) sharedAtS * (depth - s) / ((double) s * depth);
            sum += ((double) shared / depth + beyondShorter) * weight;
        }
        double rest = (double) (shared - sharedAtS) / l + (double) sharedAtS / s;
        return (1 - p) / p * sum + rest * weight;
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
