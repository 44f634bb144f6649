package org.matryoscope.metric;

import java.util.Arrays;

import org.matryoscope.vector.RadixRanking;

/**
 * A ranking with its ties, prepared once and compared with many others.
 *
 * @param order rows with a score, best first
 * @param group by row, the number of its group of equal scores, from 0, best first; −1 without a score
 * @param groupSizes how many rows each group has
 */
public record TiedRanks(int[] order, int[] group, int[] groupSizes) {
    /**
     * Ranks scores.
     *
     * @param scores by row; NaN leaves a row out
     * @return the ranking
     */
    public static TiedRanks of(float[] scores) {
        int[] order = new RadixRanking().order(scores);
        int[] group = new int[scores.length];
        Arrays.fill(group, -1);
        int[] sizes = new int[order.length];
        int groups = 0;
        for (int i = 0; i < order.length; i++) {
            if (i > 0 && scores[order[i]] != scores[order[i - 1]]) {
                groups++;
            }
            group[order[i]] = groups;
            sizes[groups]++;
        }
        return new TiedRanks(order, group, Arrays.copyOf(sizes, order.length == 0 ? 0 : groups + 1));
    }

    /** Returns the number of pairs of rows with equal scores. */
    long tiedPairs() {
        long pairs = 0;
        for (long size : groupSizes) {
            pairs += size * (size - 1) / 2;
        }
        return pairs;
    }

    /** Returns, by group, the position in the order at which it starts. */
    int[] groupStarts() {
        int[] starts = new int[groupSizes.length];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + groupSizes[i - 1];
        }
        return starts;
    }
}
