package org.matryoscope.vector;

import java.util.Arrays;
import java.util.List;

/**
 * Prefix sums in double precision, reversible by rounding each product to a grid (see {@link Kernels}). Takes 8 bytes a row for
 * the norms and 8 for each query.
 *
 * @param store the documents
 * @param queries the queries
 * @param norms squared norms by row
 * @param dots for each query, dot products by row
 */
record DoubleSums(VectorStore store, List<Query> queries, double[] norms, double[][] dots) implements PrefixSums {
    /** Below this squared norm sums of multiples of 2⁻⁵¹ are too coarse for a cosine. */
    static final double COARSE_NORM = 0x1p-20;
    /** Likewise for the product of the two squared norms. */
    static final double COARSE_PRODUCT = 0x1p-30;

    static DoubleSums zero(VectorStore store, List<Query> queries) {
        return new DoubleSums(store, queries, new double[store.rows()], new double[queries.size()][store.rows()]);
    }

    @Override
    public PrefixSums copy() {
        return new DoubleSums(store, queries, norms.clone(),
                Arrays.stream(dots).map(double[]::clone).toArray(double[][]::new));
    }

    @Override
    public BlockScan.Worker mover(PrefixMove move) {
        float[] column = new float[BlockScan.BLOCK];
        return (firstRow, endRow) -> {
            int count = endRow - firstRow;
            if (move.from() == 0) {
                clear(firstRow, endRow);
            }
            move.start().ifPresent(other -> set((DoubleSums) other, firstRow, count));
            for (int i = move.from(); i < move.to(); i++) {
                add(column, i, 1, firstRow, count);
            }
            for (int i = move.from() - 1; i >= move.to(); i--) {
                add(column, i, -1, firstRow, count);
            }
        };
    }

    private void clear(int from, int to) {
        Arrays.fill(norms, from, to, 0);
        for (double[] dot : dots) {
            Arrays.fill(dot, from, to, 0);
        }
    }

    private void set(DoubleSums other, int from, int count) {
        System.arraycopy(other.norms, from, norms, from, count);
        for (int i = 0; i < dots.length; i++) {
            System.arraycopy(other.dots[i], from, dots[i], from, count);
        }
    }

    private void add(float[] column, int i, int sign, int firstRow, int count) {
        store.copyColumn(i, firstRow, column, count);
        Kernels.addSquares(column, sign, norms, firstRow, count);
        for (int q = 0; q < queries.size(); q++) {
            Kernels.addProducts(column, sign * queries.get(q).at(i), dots[q], firstRow, count);
        }
    }

    @Override
    public BlockSums view(int query, int d) {
        // A product is off by half a unit of the grid at most.
        return new View(dots[query], BlockSums.margin(d * 0x1p-52, queries.get(query).squaredNorm(d)));
    }

    private final class View implements BlockSums {
        private final double[] dotsOfQuery;
        private final double margin;
        private int from;
        private int count;

        View(double[] dotsOfQuery, double margin) {
            this.dotsOfQuery = dotsOfQuery;
            this.margin = margin;
        }

        @Override
        public void load(int fromRow, int to) {
            from = fromRow;
            count = to - fromRow;
        }

        @Override
        public double leastNorm() {
            return Kernels.least(norms, from, count);
        }

        @Override
        public double coarseNorm() {
            return COARSE_NORM;
        }

        @Override
        public double coarseProduct() {
            return COARSE_PRODUCT;
        }

        @Override
        public boolean mayReach(double bound) {
            return !(Kernels.greatestExcess(dotsOfQuery, norms, bound, from, count) < -margin);
        }

        @Override
        public double[] dots() {
            return dotsOfQuery;
        }

        @Override
        public double[] norms() {
            return norms;
        }

        @Override
        public int offset() {
            return from;
        }
    }
}
