package org.matryoscope.training;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Pairs that are given: a query and a text that answers it, or two texts that say the same. No text stands twice in a batch,
 * so that no negative is known to belong to its anchor.
 *
 * @param anchors by pair, its first text
 * @param positives by pair, its second
 * @param size how many pairs a batch has at most
 */
public record PairBatches(int[] anchors, int[] positives, int size) implements Batches {
    /** How many pairs are looked at for one that is taken, before a batch stays smaller. */
    private static final int TRIES = 4;

    /** Says whether there are pairs enough: two at least that share no text. */
    public boolean suffice() {
        return draw(new SplittableRandom(0), anchors.length).length > 2;
    }

    @Override
    public int[] draw(SplittableRandom random) {
        return draw(random, TRIES * size);
    }

    private int[] draw(SplittableRandom random, int tries) {
        int[] taken = new int[size];
        int count = 0;
        Set<Integer> texts = new HashSet<>();
        for (int pair : Draws.some(anchors.length, tries, random)) {
            if (count < size && !texts.contains(anchors[pair]) && !texts.contains(positives[pair])) {
                taken[count++] = pair;
                texts.add(anchors[pair]);
                texts.add(positives[pair]);
            }
        }
        int[] batch = new int[2 * count];
        for (int i = 0; i < count; i++) {
            batch[i] = anchors[taken[i]];
            batch[count + i] = positives[taken[i]];
        }
        return batch;
    }

    @Override
    public boolean arePairs() {
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PairBatches same && Arrays.equals(anchors, same.anchors)
                && Arrays.equals(positives, same.positives) && size == same.size;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(anchors) + Arrays.hashCode(positives);
    }
}
