package org.matryoscope.metric;

/**
 * Kendall's τ-b, which corrects for ties, in O(N log N) after Knight ("A computer method for calculating Kendall's tau
 * with ungrouped data", JASA 61, 1966).
 */
public final class KendallTau {
    private KendallTau() {
    }

    /**
     * τ-b of two rankings of the same rows.
     *
     * @param a one ranking
     * @param b the other
     * @return −1 … 1; NaN where one of them has all scores equal or fewer than two rows
     */
    public static double b(TiedRanks a, TiedRanks b) {
        int n = a.order().length;
        long pairs = (long) n * (n - 1) / 2;
        long tiedA = a.tiedPairs();
        long tiedB = b.tiedPairs();
        int[] sequence = inOrderOf(a, b);
        long tiedInBoth = tiedInBoth(a, sequence);
        long discordant = inversions(sequence);
        double concordantLessDiscordant = (double) (pairs - tiedA - tiedB + tiedInBoth) - 2.0 * discordant;
        double tau = concordantLessDiscordant / Math.sqrt((double) (pairs - tiedA))
                / Math.sqrt((double) (pairs - tiedB));
        return Math.clamp(tau, -1, 1);
    }

    /** Returns the groups of {@code b} in the order of {@code a}, ascending within a's ties. */
    private static int[] inOrderOf(TiedRanks a, TiedRanks b) {
        int[] next = a.groupStarts();
        int[] sequence = new int[a.order().length];
        for (int row : b.order()) {
            sequence[next[a.group()[row]]++] = b.group()[row];
        }
        return sequence;
    }

    private static long tiedInBoth(TiedRanks a, int[] sequence) {
        long pairs = 0;
        int start = 0;
        for (int size : a.groupSizes()) {
            long run = 1;
            for (int i = start + 1; i < start + size; i++) {
                run = sequence[i] == sequence[i - 1] ? run + 1 : 1;
                pairs += run - 1;
            }
            start += size;
        }
        return pairs;
    }

    /** Counts pairs that stand in descending order, by a bottom-up merge sort; {@code values} is left sorted. */
    private static long inversions(int[] values) {
        long inversions = 0;
        int[] from = values;
        int[] to = new int[values.length];
        for (int width = 1; width < values.length; width *= 2) {
            for (int start = 0; start < values.length; start += 2 * width) {
                int middle = Math.min(values.length, start + width);
                inversions += merge(from, to, start, middle, Math.min(values.length, middle + width));
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return inversions;
    }

    private static long merge(int[] from, int[] to, int start, int middle, int end) {
        long inversions = 0;
        int left = start;
        int right = middle;
        for (int at = start; at < end; at++) {
            if (right >= end || (left < middle && from[left] <= from[right])) {
                to[at] = from[left++];
            } else {
                inversions += middle - left;
                to[at] = from[right++];
            }
        }
        return inversions;
    }
}
