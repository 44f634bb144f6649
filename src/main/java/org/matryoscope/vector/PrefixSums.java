package org.matryoscope.vector;

import java.util.Arrays;

/**
 * What a prefix scan accumulates, by row.
 *
 * @param norms squared norms of the documents' prefixes
 * @param dots for each query, its dot products with the documents' prefixes
 */
record PrefixSums(double[] norms, double[][] dots) {
    static PrefixSums zero(int rows, int queries) {
        return new PrefixSums(new double[rows], new double[queries][rows]);
    }

    PrefixSums copy() {
        return new PrefixSums(norms.clone(), Arrays.stream(dots).map(double[]::clone).toArray(double[][]::new));
    }

    /** Sets rows {@code from} … {@code to − 1} to zero. */
    void clear(int from, int to) {
        Arrays.fill(norms, from, to, 0);
        for (double[] dot : dots) {
            Arrays.fill(dot, from, to, 0);
        }
    }

    /** Sets rows {@code from} … {@code to − 1} to another one's. */
    void set(PrefixSums other, int from, int to) {
        System.arraycopy(other.norms, from, norms, from, to - from);
        for (int i = 0; i < dots.length; i++) {
            System.arraycopy(other.dots[i], from, dots[i], from, to - from);
        }
    }
}
