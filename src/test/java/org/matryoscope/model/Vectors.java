package org.matryoscope.model;

/** Similarities of test vectors, in double precision. */
final class Vectors {
    private Vectors() {
    }

    /** Returns the cosine of the first {@code d} entries. */
    static double cosine(float[] a, float[] b, int d) {
        double product = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < d; i++) {
            product += (double) a[i] * b[i];
            squaresA += (double) a[i] * a[i];
            squaresB += (double) b[i] * b[i];
        }
        return product / Math.sqrt(squaresA * squaresB);
    }
}
