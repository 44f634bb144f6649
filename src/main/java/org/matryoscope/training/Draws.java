package org.matryoscope.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Draws without putting back. */
final class Draws {
    private Draws() {
    }

    /** Draws some of the first {@code size} numbers, in random order, by the first steps of a Fisher-Yates shuffle. */
    static int[] some(int size, int count, SplittableRandom random) {
        int[] order = IntStream.range(0, size).toArray();
        int drawn = Math.min(size, count);
        for (int i = 0; i < drawn; i++) {
            int other = i + random.nextInt(size - i);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return Arrays.copyOf(order, drawn);
    }
}
