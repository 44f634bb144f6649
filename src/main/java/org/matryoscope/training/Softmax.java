package org.matryoscope.training;

/** Shares that exponentials of scaled cosines have of their sum. */
final class Softmax {
    private Softmax() {
    }

    /**
     * Takes them.
     *
     * @param cosines holds the cosines
     * @param from the first of them
     * @param count how many
     * @param scale what they are multiplied by
     * @param leftOut an index among them that has no share; −1 for none
     * @param shares receives {@code count} shares
     * @return the logarithm of the sum of exponentials
     */
    static double of(float[] cosines, int from, int count, double scale, int leftOut, double[] shares) {
        double sum = 0;
        // Cosines are at most 1 but for rounding, so that nothing overflows below the largest.
        for (int i = 0; i < count; i++) {
            shares[i] = i == leftOut ? 0 : Math.exp(scale * (cosines[from + i] - 1));
            sum += shares[i];
        }
        for (int i = 0; i < count; i++) {
            shares[i] /= sum;
        }
        return Math.log(sum) + scale;
    }
}
