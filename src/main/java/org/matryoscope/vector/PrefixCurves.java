package org.matryoscope.vector;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.matryoscope.base.Progress;

/** Scores of chosen documents at every prefix. */
public final class PrefixCurves {
    private static final int ROWS_AT_ONCE = 256;

    private PrefixCurves() {
    }

    /** Takes one document's curve; {@code curve[d − 1]} is its score at prefix d. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes a curve.
         *
         * @param index the document's index among the chosen rows
         * @param curve D scores; NaN for an excluded row
         */
        void accept(int index, float[] curve);
    }

    /**
     * Computes one curve a chosen row.
     *
     * @param store the documents
     * @param query D entries
     * @param rows the chosen rows
     * @param scoring cosine or dot product
     * @param progress told of the curves done; cancels
     * @param sink takes the curves in the order of {@code rows}
     */
    public static void scan(VectorStore store, float[] query, int[] rows, Scoring scoring, Progress progress,
            Sink sink) {
        Query unitQuery = Query.of(query, store);
        for (int start = 0; start < rows.length; start += ROWS_AT_ONCE) {
            progress.report(start, rows.length);
            int[] some = Arrays.copyOfRange(rows, start, Math.min(rows.length, start + ROWS_AT_ONCE));
            float[][] curves = curves(store, unitQuery, some, scoring);
            for (int i = 0; i < some.length; i++) {
                sink.accept(start + i, curves[i]);
            }
        }
        progress.report(rows.length, rows.length);
    }

    private static float[][] curves(VectorStore store, Query query, int[] rows, Scoring scoring) {
        float[][] curves = new float[rows.length][store.dimension()];
        float[] column = new float[rows.length];
        double[] norms = new double[rows.length];
        double[] dots = new double[rows.length];
        for (int d = 1; d <= store.dimension(); d++) {
            store.gatherColumn(d - 1, rows, column);
            Kernels.addPlainSquares(column, norms, rows.length);
            Kernels.addPlainProducts(column, query.at(d - 1), dots, rows.length);
            for (int i = 0; i < rows.length; i++) {
                curves[i][d - 1] = query.score(d, scoring, dots[i], norms[i]);
            }
        }
        IntStream.range(0, rows.length)
                .filter(i -> store.isExcluded(rows[i]))
                .forEach(i -> Arrays.fill(curves[i], Float.NaN));
        return curves;
    }
}
