package org.matryoscope.training;

/**
 * The loss of a map over some batches, before it was changed by them.
 *
 * @param at the prefixes at which it was taken, and their weights
 * @param losses the loss at each prefix
 */
public record StepLoss(PrefixWeights at, double[] losses) {
    /** Returns the weighted mean over the prefixes. */
    public double mean() {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < losses.length; i++) {
            sum += at.weights()[i] * losses[i];
            weights += at.weights()[i];
        }
        return sum / weights;
    }
}
