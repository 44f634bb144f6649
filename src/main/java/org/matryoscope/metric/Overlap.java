package org.matryoscope.metric;

import java.util.HashSet;
import java.util.Set;

/** Overlap of the heads of two rankings. */
public final class Overlap {
    private Overlap() {
    }

    /**
     * overlap@k = |A ∩ B| / k, with k cut to the length of the shorter ranking.
     *
     * @param a rows, best first, without repeats
     * @param b rows, best first, without repeats
     * @param k depth, at least 1
     * @return 0 … 1; 1 for two empty rankings
     */
    public static double at(int[] a, int[] b, int k) {
        int depth = Math.min(k, Math.min(a.length, b.length));
        Set<Integer> head = HashSet.newHashSet(depth);
        for (int i = 0; i < depth; i++) {
            head.add(a[i]);
        }
        int shared = 0;
        for (int i = 0; i < depth; i++) {
            shared += head.contains(b[i]) ? 1 : 0;
        }
        return depth == 0 ? 1 : (double) shared / depth;
    }

    /**
     * The Jaccard index of two heads of equal size, o / (2 − o).
     *
     * @param overlap overlap@k, 0 … 1
     * @return 0 … 1
     */
    public static double jaccard(double overlap) {
        return overlap / (2 - overlap);
    }
}
