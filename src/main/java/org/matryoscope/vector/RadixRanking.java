package org.matryoscope.vector;

import java.util.Arrays;
import java.util.stream.IntStream;

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
        int[] rows = IntStream.range(0, scores.length).filter(row -> !Float.isNaN(scores[row])).toArray();
        int[] keys = new int[rows.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = descendingKey(scores[rows[i]]);
        }
        int[] sortedRows = new int[rows.length];
        int[] sortedKeys = new int[rows.length];
        for (int pass = 0; pass < PASSES; pass++) {
            int[] next = bucketStarts(keys, pass);
            for (int i = 0; i < keys.length; i++) {
                int at = next[digit(keys[i], pass)]++;
                sortedRows[at] = rows[i];
                sortedKeys[at] = keys[i];
            }
            int[] spareRows = rows;
            int[] spareKeys = keys;
            rows = sortedRows;
            keys = sortedKeys;
            sortedRows = spareRows;
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

    private static int[] bucketStarts(int[] keys, int pass) {
        int[] starts = new int[BUCKETS + 1];
        for (int key : keys) {
            starts[digit(key, pass) + 1]++;
        }
        for (int bucket = 1; bucket < BUCKETS; bucket++) {
            starts[bucket] += starts[bucket - 1];
        }
        return starts;
    }
}
