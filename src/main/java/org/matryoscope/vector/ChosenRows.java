package org.matryoscope.vector;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Scores of a few rows, read entry by entry where they lie: what the later steps of a search in steps need. */
public final class ChosenRows {
    private ChosenRows() {
    }

    /**
     * Compares chosen documents with a query, O(rows · d).
     *
     * @param store the documents
     * @param query D entries
     * @param rows rows that are not excluded, in any order
     * @param d 1 … D
     * @return by place in {@code rows}, the cosine of the prefixes, −1 … 1; the same as every ranking has
     * @throws org.matryoscope.base.Problem if the query is all zero or not finite
     */
    public static float[] cosines(VectorStore store, float[] query, int[] rows, int d) {
        Query unit = Query.of(query, store);
        float[] column = new float[rows.length];
        double[] dots = new double[rows.length];
        double[] norms = new double[rows.length];
        for (int i = 0; i < d; i++) {
            store.gatherColumn(i, rows, column);
            Kernels.addPlainProducts(column, unit.at(i), dots, rows.length);
            Kernels.addPlainSquares(column, norms, rows.length);
        }
        float[] cosines = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            cosines[i] = unit.score(d, Scoring.COSINE, dots[i], norms[i]);
        }
        return cosines;
    }

    /**
     * Takes the best.
     *
     * @param rows rows, each once
     * @param scores their scores, by place
     * @param among how many of the first places are looked at
     * @param keep how many to take
     * @return the rows of the highest scores, best first, ties by row
     */
    public static int[] best(int[] rows, float[] scores, int among, int keep) {
        return IntStream.range(0, Math.min(among, rows.length))
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -scores[i]).thenComparingInt(i -> rows[i]))
                .limit(keep)
                .mapToInt(i -> rows[i])
                .toArray();
    }
}
