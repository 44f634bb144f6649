package org.matryoscope.metric;

/** Spearman's ρ: Pearson's correlation of the ranks, where tied rows share the mean of their ranks. */
public final class SpearmanRho {
    private SpearmanRho() {
    }

    /**
     * ρ of two rankings of the same rows.
     *
     * @param a one ranking
     * @param b the other
     * @return −1 … 1; NaN where one of them has all scores equal or fewer than two rows
     */
    public static double of(TiedRanks a, TiedRanks b) {
        double[] ranksA = centredMidRanks(a);
        double[] ranksB = centredMidRanks(b);
        double products = 0;
        for (int row : a.order()) {
            products += ranksA[a.group()[row]] * ranksB[b.group()[row]];
        }
        double rho = products / Math.sqrt(squares(a, ranksA)) / Math.sqrt(squares(b, ranksB));
        return Math.clamp(rho, -1, 1);
    }

    /** By group, the mean rank of its rows less the mean of all ranks. */
    private static double[] centredMidRanks(TiedRanks ranks) {
        double[] mid = new double[ranks.groupSizes().length];
        int[] starts = ranks.groupStarts();
        double mean = (ranks.order().length - 1) / 2.0;
        for (int g = 0; g < mid.length; g++) {
            mid[g] = starts[g] + (ranks.groupSizes()[g] - 1) / 2.0 - mean;
        }
        return mid;
    }

    private static double squares(TiedRanks ranks, double[] centred) {
        double squares = 0;
        for (int g = 0; g < centred.length; g++) {
            squares += ranks.groupSizes()[g] * centred[g] * centred[g];
        }
        return squares;
    }
}
