package org.matryoscope.training;

import java.util.Arrays;
import java.util.List;

import org.matryoscope.base.Progress;
import org.matryoscope.vector.VectorStore;

/**
 * Vectors to learn from, row by row: batches take whole rows, which a store holds column by column.
 *
 * @param dimension D
 * @param values n × D
 */
public record TrainingVectors(int dimension, float[] values) {
    private static final int ROWS_A_REPORT = 1024;

    /**
     * Copies rows of a store, and further vectors behind them.
     *
     * @param store N × D
     * @param rows those to copy, none of them excluded
     * @param further vectors of D entries, of queries say
     * @param progress told of the rows; cancels
     */
    public static TrainingVectors of(VectorStore store, int[] rows, List<float[]> further, Progress progress) {
        int dimension = store.dimension();
        float[] values = new float[Math.multiplyExact(rows.length + further.size(), dimension)];
        for (int from = 0; from < rows.length; from += ROWS_A_REPORT) {
            progress.report(from, rows.length);
            int[] some = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + ROWS_A_REPORT));
            float[] column = new float[some.length];
            for (int i = 0; i < dimension; i++) {
                store.gatherColumn(i, some, column);
                for (int row = 0; row < some.length; row++) {
                    values[(from + row) * dimension + i] = column[row];
                }
            }
        }
        for (int i = 0; i < further.size(); i++) {
            System.arraycopy(further.get(i), 0, values, (rows.length + i) * dimension, dimension);
        }
        progress.report(1, 1);
        return new TrainingVectors(dimension, values);
    }

    /** Returns how many vectors there are. */
    public int count() {
        return values.length / dimension;
    }
}
