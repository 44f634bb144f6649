package org.matryoscope.vector;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.matryoscope.base.Progress;

/**
 * Products of rows with each other. The N × N matrix of products of centred rows, divided by N, has the eigenvalues of the
 * D × D covariance, but for zeros: where there are fewer rows than dimensions it is the smaller of the two.
 */
public final class RowProducts {
    private static final int ROWS_AT_ONCE = 64;

    private RowProducts() {
    }

    /**
     * Measures a store, O(N²·D).
     *
     * @param store at least one included row
     * @param progress told of the rows multiplied; cancels
     * @return products of the centred included rows, divided by their number; N × N, symmetric
     */
    public static double[][] centred(VectorStore store, Progress progress) {
        float[][] rows = IntStream.range(0, store.rows())
                .filter(row -> !store.isExcluded(row))
                .mapToObj(store::row)
                .toArray(float[][]::new);
        int n = rows.length;
        double[][] products = new double[n][n];
        for (int from = 0; from < n; from += ROWS_AT_ONCE) {
            progress.report(from, n);
            IntStream.range(from, Math.min(n, from + ROWS_AT_ONCE)).parallel().forEach(i -> {
                for (int j = 0; j <= i; j++) {
                    products[i][j] = product(rows[i], rows[j]);
                }
            });
        }
        IntStream.range(0, n).forEach(i -> IntStream.range(0, i).forEach(j -> products[j][i] = products[i][j]));
        double[] mean = Arrays.stream(products).mapToDouble(row -> Arrays.stream(row).sum() / n).toArray();
        double all = Arrays.stream(mean).sum() / n;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                products[i][j] = (products[i][j] - mean[i] - mean[j] + all) / n;
            }
        }
        progress.report(n, n);
        return products;
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
