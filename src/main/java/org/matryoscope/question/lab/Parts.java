package org.matryoscope.question.lab;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What is learnt from, what decides when to stop, and what is measured in the end: kept apart.
 *
 * @param training about four tenths, ascending
 * @param validation about one tenth
 * @param test about a half
 */
record Parts(int[] training, int[] validation, int[] test) {
    private static final double TEST = 0.5;
    private static final double VALIDATION = 0.1;

    /**
     * Deals out.
     *
     * @param all what there is
     * @param seed of the draw
     */
    static Parts of(int[] all, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = IntStream.range(0, all.length).mapToDouble(i -> random.nextDouble()).toArray();
        return new Parts(between(all, drawn, TEST + VALIDATION, 1), between(all, drawn, TEST, TEST + VALIDATION),
                between(all, drawn, 0, TEST));
    }

    private static int[] between(int[] all, double[] drawn, double from, double to) {
        return IntStream.range(0, all.length).filter(i -> drawn[i] >= from && drawn[i] < to).map(i -> all[i]).toArray();
    }

    /** Returns how many each has. */
    Dealt dealt(String what) {
        return new Dealt(what, training.length, validation.length, test.length);
    }
}
