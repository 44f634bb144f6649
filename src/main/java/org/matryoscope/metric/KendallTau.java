package org.matryoscope.metric;

/**
 * Kendall's τ-b, which corrects for ties, in O(N log N) after Knight ("A computer method for calculating Kendall's tau
 * with ungrouped data", JASA 61, 1966), with discordant pairs counted as inversions.
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
        long discordant = inversions(sequence, b.groupSizes().length);
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

    /**
     * Counts pairs that stand in descending order. A Fenwick tree holds how many of each value came so far; unlike a merge sort,
     * it has no branch that depends on the values, which a processor could only guess.
     */
    private static long inversions(int[] values, int groups) {
        int[] tree = new int[groups + 1];
        long inversions = 0;
        for (int i = 0; i < values.length; i++) {
            int place = values[i] + 1;
            int notGreater = 0;
            for (int at = place; at > 0; at &= at - 1) {
                notGreater += tree[at];
            }
            inversions += i - notGreater;
            for (int at = place; at <= groups; at += at & -at) {
                tree[at]++;
            }
        }
        return inversions;
    }
}
