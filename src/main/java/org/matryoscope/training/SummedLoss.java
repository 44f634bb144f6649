package org.matryoscope.training;

/**
 * A loss and a share of another.
 *
 * @param first counts once
 * @param second counts by its weight
 * @param weight how often the second counts
 */
record SummedLoss(SimilarityLoss first, SimilarityLoss second, double weight) implements SimilarityLoss {
    @Override
    public double of(float[] cosines, int n, float[] gradient) {
        float[] others = new float[n * n];
        double sum = first.of(cosines, n, gradient) + weight * second.of(cosines, n, others);
        for (int i = 0; i < others.length; i++) {
            gradient[i] += (float) (weight * others[i]);
        }
        return sum;
    }
}
