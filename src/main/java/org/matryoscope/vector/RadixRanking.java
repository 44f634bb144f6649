package org.matryoscope.vector;

import java.util.Arrays;

/**
 * Full rankings by a stable radix sort on the bits of float scores: three passes of 11 bits, O(N). It keeps what the sort works with:
 * a ranking a frame over a million rows would keep the garbage collector busy beside the window otherwise. Not thread-safe.
 */
public final class RadixRanking {
    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;
    private static final int PASSES = 3;

    private int[] rows = {};
    private int[] keys = {};
    private int[] otherKeys = {};

    /**
     * Ranks rows by score.
     *
     * @param scores by row; NaN leaves a row out
     * @return rows, highest score first, ties by row (0 and −0 are a tie)
     */
    public int[] order(float[] scores) {
        if (keys.length < scores.length) {
            rows = new int[scores.length];
            keys = new int[scores.length];
            otherKeys = new int[scores.length];
        }
        int count = 0;
        for (int row = 0; row < scores.length; row++) {
            if (!Float.isNaN(scores[row])) {
                rows[count] = row;
                keys[count++] = descendingKey(scores[row]);
            }
        }
        // The number of passes is odd, so that they end in the array that is returned.
        int[] fromRows = rows;
        int[] fromKeys = keys;
        int[] toRows = new int[count];
        int[] toKeys = otherKeys;
        for (int pass = 0; pass < PASSES; pass++) {
            int[] next = bucketStarts(fromKeys, count, pass);
            for (int i = 0; i < count; i++) {
                int at = next[digit(fromKeys[i], pass)]++;
                toRows[at] = fromRows[i];
                toKeys[at] = fromKeys[i];
            }
            int[] spareRows = fromRows;
            int[] spareKeys = fromKeys;
            fromRows = toRows;
            fromKeys = toKeys;
            toRows = spareRows;
            toKeys = spareKeys;
        }
        return fromRows;
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

    private static int[] bucketStarts(int[] keys, int count, int pass) {
        int[] starts = new int[BUCKETS + 1];
        for (int i = 0; i < count; i++) {
            starts[digit(keys[i], pass) + 1]++;
        }
        for (int bucket = 1; bucket < BUCKETS; bucket++) {
            starts[bucket] += starts[bucket - 1];
        }
        return starts;
    }
}
