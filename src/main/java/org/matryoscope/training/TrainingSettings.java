package org.matryoscope.training;

/**
 * How a map is trained.
 *
 * @param rate Adam's learning rate
 * @param scale what cosines are multiplied by before a softmax
 * @param teacher how much the divergence from full-size neighbours counts beside pairs, 0 or more; without pairs it is all
 * @param draw at which prefixes a step takes the loss
 * @param seed of the batches
 */
public record TrainingSettings(double rate, double scale, double teacher, PrefixDraw draw, long seed) {
    /** A rate of 0.001, a scale of 20, pairs alone, fixed prefixes, seed 1. */
    public static final TrainingSettings USUAL = new TrainingSettings(0.001, 20, 0, PrefixDraw.FIXED, 1);

    /** Returns the same with another seed. */
    public TrainingSettings seeded(long other) {
        return new TrainingSettings(rate, scale, teacher, draw, other);
    }
}
