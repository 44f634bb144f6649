package org.matryoscope.vector;

import java.util.Arrays;

/** Full rankings by a stable radix sort on the bits of float scores: three passes of 11 bits, O(N). */
public final class RadixRanking {
    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;
    private static final int PASSES = 3;

    private RadixRanking() {
    }

    /**
     * Ranks rows by score.
     *
     * @param scores by row; NaN leaves a row out
     * @return rows, highest score first, ties by row (0 and −0 are a tie)
     */
    public static int[] order(float[] scores) {
        int[] rows = new int[scores.length];
        int[] keys = new int[scores.length];
        int count = 0;
        for (int row = 0; row < scores.length; row++) {
            rows[count] = row;
            keys[count] = descendingKey(scores[row]);
            count += Float.isNaN(scores[row]) ? 0 : 1;
        }
        int[][] histograms = new int[PASSES][BUCKETS];
        for (int i = 0; i < count; i++) {
            for (int pass = 0; pass < PASSES; pass++) {
                histograms[pass][digit(keys[i], pass)]++;
            }
        }
        int[] order = new int[count];
        int[] sortedKeys = new int[count];
        for (int pass = 0; pass < PASSES; pass++) {
            int[] start = exclusiveSums(histograms[pass]);
            for (int i = 0; i < count; i++) {
                int at = start[digit(keys[i], pass)]++;
                order[at] = rows[i];
                sortedKeys[at] = keys[i];
            }
            int[] spareRows = pass == 0 ? new int[count] : rows;
            int[] spareKeys = pass == 0 ? new int[count] : keys;
            rows = order;
            keys = sortedKeys;
            order = spareRows;
            sortedKeys = spareKeys;
        }
        return rows;
    }

    /**
     * Turns an order into ranks.
     *
     * @param order rows, best first
     * @param rows N
     * @return by row, its position in {@code order}, from 0; −1 for a row that is not in it
     */
    public static int[] ranks(int[] order, int rows) {
        int[] ranks = new int[rows];
        Arrays.fill(ranks, -1);
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }

    /** Maps a float to an int whose unsigned order is the descending order of floats. */
    private static int descendingKey(float score) {
        int bits = Float.floatToRawIntBits(score + 0f);
        int ascending = bits ^ ((bits >> 31) | Integer.MIN_VALUE);
        return ~ascending;
    }

    private static int digit(int key, int pass) {
        return (key >>> (pass * BITS)) & (BUCKETS - 1);
    }

    private static int[] exclusiveSums(int[] histogram) {
        int[] sums = new int[histogram.length];
        for (int i = 1; i < sums.length; i++) {
            sums[i] = sums[i - 1] + histogram[i - 1];
        }
        return sums;
    }
}
