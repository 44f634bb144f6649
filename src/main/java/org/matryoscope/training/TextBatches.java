package org.matryoscope.training;

import java.util.SplittableRandom;

/**
 * Texts drawn evenly.
 *
 * @param texts how many there are, at least 2
 * @param size how many a batch has at most
 */
public record TextBatches(int texts, int size) implements Batches {
    @Override
    public int[] draw(SplittableRandom random) {
        return Draws.some(texts, size, random);
    }

    @Override
    public boolean arePairs() {
        return false;
    }
}
