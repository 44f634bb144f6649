package org.matryoscope.vector;

import java.util.Arrays;

import org.matryoscope.base.Progress;

/**
 * First and second moments of each column over a store's included rows, which have length 1. The energy of dimension i is the
 * mean of x_i²; it is the sum of the squared mean, an offset that all rows share, and the population variance.
 *
 * @param mean mean of x_i, D entries
 * @param energy mean of x_i², D entries that sum to 1
 */
public record ColumnMoments(double[] mean, double[] energy) {
    /**
     * Measures a store in one pass over all rows, O(N·D).
     *
     * @param store at least one included row
     * @param progress told of the rows read; cancels
     * @return the moments
     */
    public static ColumnMoments of(VectorStore store, Progress progress) {
        double[] mean = new double[store.dimension()];
        double[] energy = new double[store.dimension()];
        for (Sums part : BlockScan.run(store.rows(), () -> new Sums(store), progress)) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += part.sums[i];
                energy[i] += part.squares[i];
            }
        }
        double scale = 1.0 / store.includedRows();
        for (int i = 0; i < mean.length; i++) {
            mean[i] *= scale;
            energy[i] *= scale;
        }
        return new ColumnMoments(mean, energy);
    }

    /** Returns the squared mean of each dimension. */
    public double[] meanSquared() {
        return Arrays.stream(mean).map(x -> x * x).toArray();
    }

    /** Returns the population variance of each dimension. */
    public double[] variance() {
        double[] variance = new double[mean.length];
        Arrays.setAll(variance, i -> Math.max(0, energy[i] - mean[i] * mean[i]));
        return variance;
    }

    /** One thread's sums of entries and of their squares. */
    private static final class Sums implements BlockScan.Worker {
        private final VectorStore store;
        private final double[] sums;
        private final double[] squares;
        private final float[] column = new float[BlockScan.BLOCK];

        Sums(VectorStore store) {
            this.store = store;
            sums = new double[store.dimension()];
            squares = new double[store.dimension()];
        }

        @Override
        public void block(int from, int to) {
            for (int i = 0; i < sums.length; i++) {
                store.copyColumn(i, from, column, to - from);
                double sum = 0;
                double square = 0;
                for (int row = 0; row < to - from; row++) {
                    double x = column[row];
                    sum += x;
                    square += x * x;
                }
                sums[i] += sum;
                squares[i] += square;
            }
        }
    }
}
