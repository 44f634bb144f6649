package org.matryoscope.question.stability;

import java.util.List;

import org.matryoscope.base.Progress;
import org.matryoscope.metric.Overlap;
import org.matryoscope.question.QueryPlan.QueryVector;
import org.matryoscope.vector.QueryTops;
import org.matryoscope.vector.TopRows;
import org.matryoscope.vector.VectorStore;

/** The overlap of the first k alone: what Stability measures, without the correlations, which take longest. */
public final class OverlapStudy {
    private OverlapStudy() {
    }

    /**
     * Measures.
     *
     * @param store the documents
     * @param queries at least one
     * @param k depth of the overlap, at least 1
     * @param prefixes prefix lengths, strictly ascending, the last one D
     * @param progress told of the queries; cancels
     * @return {@code [query][prefix]}, 0 … 1
     * @throws org.matryoscope.base.Problem if a query is all zero or not finite
     */
    public static double[][] run(VectorStore store, List<QueryVector> queries, int k, int[] prefixes,
            Progress progress) {
        return QueryTops
                .scan(store, queries.stream().map(QueryVector::vector).toList(),
                        queries.stream().mapToInt(QueryVector::row).toArray(), prefixes, k, progress)
                .stream()
                .map(tops -> overlaps(tops, k))
                .toArray(double[][]::new);
    }

    /** Overlap@k of each with the last. */
    static double[] overlaps(List<TopRows> tops, int k) {
        int[] full = tops.getLast().rows();
        return tops.stream().mapToDouble(top -> Overlap.at(top.rows(), full, k)).toArray();
    }
}
