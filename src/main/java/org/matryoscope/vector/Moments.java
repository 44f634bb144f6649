package org.matryoscope.vector;

import java.util.Arrays;

import org.matryoscope.base.Progress;

/**
 * First and mixed second moments of a store's included rows, which have length 1; {@link ColumnMoments} without the products
 * of different columns.
 *
 * @param mean mean of x_i, D entries
 * @param second mean of x_i·x_j, D × D
 */
public record Moments(double[] mean, double[][] second) {
    /**
     * Measures a store in one pass, O(N·D²).
     *
     * @param store at least one included row
     * @param progress told of the rows read; cancels
     * @return the moments
     */
    public static Moments of(VectorStore store, Progress progress) {
        int dimension = store.dimension();
        double[] mean = new double[dimension];
        double[][] second = new double[dimension][dimension];
        for (ProductSums part : BlockScan.run(store.rows(), () -> new ProductSums(store), progress)) {
            part.addTo(mean, second);
        }
        double scale = 1.0 / store.includedRows();
        for (int i = 0; i < dimension; i++) {
            mean[i] *= scale;
            for (int j = 0; j <= i; j++) {
                second[i][j] *= scale;
                second[j][i] = second[i][j];
            }
        }
        return new Moments(mean, second);
    }

    /** Returns the centred population covariance, D × D. */
    public double[][] covariance() {
        double[][] covariance = new double[mean.length][mean.length];
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                covariance[i][j] = second[i][j] - mean[i] * mean[j];
            }
        }
        return covariance;
    }

    /** One thread's sums of entries and of their products, the lower triangle only. */
    private static final class ProductSums implements BlockScan.Worker {
        /** Rows multiplied at once: as many products are summed for each load and store of a sum. */
        private static final int TILE = 8;

        private final VectorStore store;
        private final double[] sums;
        private final double[][] products;
        private final double[][] tile;
        private final float[] column = new float[TILE];

        ProductSums(VectorStore store) {
            this.store = store;
            sums = new double[store.dimension()];
            products = new double[store.dimension()][];
            Arrays.setAll(products, i -> new double[i + 1]);
            tile = new double[TILE][store.dimension()];
        }

        @Override
        public void block(int from, int to) {
            for (int row = from; row < to; row += TILE) {
                load(row, Math.min(TILE, to - row));
                for (int i = 0; i < products.length; i++) {
                    addProducts(products[i], i);
                }
            }
        }

        private void load(int from, int count) {
            Arrays.fill(column, 0);
            for (int i = 0; i < sums.length; i++) {
                store.copyColumn(i, from, column, count);
                for (int row = 0; row < TILE; row++) {
                    tile[row][i] = column[row];
                    sums[i] += column[row];
                }
            }
        }

        private void addProducts(double[] target, int i) {
            double[] r0 = tile[0];
            double[] r1 = tile[1];
            double[] r2 = tile[2];
            double[] r3 = tile[3];
            double[] r4 = tile[4];
            double[] r5 = tile[5];
            double[] r6 = tile[6];
            double[] r7 = tile[7];
            double a0 = r0[i];
            double a1 = r1[i];
            double a2 = r2[i];
            double a3 = r3[i];
            double a4 = r4[i];
            double a5 = r5[i];
            double a6 = r6[i];
            double a7 = r7[i];
            for (int j = 0; j <= i; j++) {
                target[j] += a0 * r0[j] + a1 * r1[j] + a2 * r2[j] + a3 * r3[j] + a4 * r4[j] + a5 * r5[j] + a6 * r6[j]
                        + a7 * r7[j];
            }
        }

        void addTo(double[] mean, double[][] second) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += sums[i];
                for (int j = 0; j <= i; j++) {
                    second[i][j] += products[i][j];
                }
            }
        }
    }
}
