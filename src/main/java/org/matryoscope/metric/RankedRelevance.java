package org.matryoscope.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where the relevant documents of one query stand in a ranking, and the measures of retrieval that follow from it, as trec_eval
 * computes them.
 *
 * @param found the relevant documents
 */
public record RankedRelevance(List<Relevant> found) {
    /**
     * A relevant document.
     *
     * @param grade how relevant, above 0
     * @param rank its rank from 1; {@link Integer#MAX_VALUE} where it is not ranked
     */
    public record Relevant(int grade, int rank) {}

    /** Copies the list; it must not be empty. */
    public RankedRelevance {
        found = found.stream().sorted(Comparator.comparingInt(Relevant::rank)).toList();
    }

    /**
     * Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002) with the grade as the gain and log₂(rank + 1) as the
     * discount: trec_eval's ndcg_cut.
     *
     * @param k how many ranks are looked at
     * @return 0 … 1
     */
    public double ndcg(int k) {
        double gain = 0;
        for (Relevant document : found) {
            if (document.rank() <= k) {
                gain += document.grade() / log2(document.rank() + 1.0);
            }
        }
        int[] ideal = found.stream().mapToInt(Relevant::grade).sorted().toArray();
        double best = 0;
        for (int i = 0; i < Math.min(k, ideal.length); i++) {
            best += ideal[ideal.length - 1 - i] / log2(i + 2.0);
        }
        return gain / best;
    }

    /** Returns the share of the relevant documents among the first k, 0 … 1: trec_eval's recall. */
    public double recall(int k) {
        return (double) found.stream().filter(document -> document.rank() <= k).count() / found.size();
    }

    /** Returns one by the rank of the first relevant document, 0 where it is not among the first k: trec_eval's recip_rank, cut. */
    public double reciprocalRank(int k) {
        int first = found.getFirst().rank();
        return first <= k ? 1.0 / first : 0;
    }

    /** Returns the mean, over the relevant documents, of the precision at their ranks, 0 … 1: trec_eval's map. */
    public double averagePrecision() {
        double[] precisions = new double[found.size()];
        for (int i = 0; i < precisions.length; i++) {
            int rank = found.get(i).rank();
            precisions[i] = rank == Integer.MAX_VALUE ? 0 : (i + 1.0) / rank;
        }
        return Arrays.stream(precisions).average().orElseThrow();
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
