package org.matryoscope.vector;

import java.util.Arrays;
import java.util.List;

/**
 * Prefix sums of int8 columns in 32-bit fixed point, since a scan of short entries is bound by the traffic of its sums: 4 bytes
 * a row for the norms and 4 for each query, half of what doubles take.
 *
 * <p>Columns are summed in fixed groups of {@value #GROUP}, a group in single precision and cut to a multiple of 2⁻³⁰; integers
 * then add up exactly, so that taking a group away restores every bit. The columns of a prefix beyond its last whole group are
 * added when the sums are read. The error of a cosine, against the decoded vectors: a group's terms are rounded seven times
 * at most, 7 · 2⁻²⁴ of the product of the norms, half that for the norm; the grid adds 2⁻³⁰ a group, and where that could be
 * more than 2⁻²¹ of the cosine, scores are computed afresh (see {@link BlockScores}). So it stays below 1.2 · 10⁻⁶, with random
 * signs of the errors some ten times lower.
 *
 * @param columns the documents
 * @param queries the queries
 * @param norms squared norms of the whole groups, by row, in units of 2⁻³⁰
 * @param dots for each query, dot products likewise
 */
record GroupSums(Int8Columns columns, List<Query> queries, int[] norms, int[][] dots) implements PrefixSums {
    /** Columns of a group: as many as the slider moves by in a step. */
    static final int GROUP = 8;
    /** Units of a squared norm of 1. */
    static final float UNITS = 0x1p30f;
    /** Rounding to bytes lengthens vectors, by 1/254 of the root of their dimension at most; norms must stay below 2. */
    private static final int MOST_DIMENSIONS = 8192;
    /** The error in a cosine that the grid may cause by the norm, and once more by the dot product. */
    private static final double GRID_ERROR = 0x1p-22;

    static boolean fits(int dimension) {
        return dimension <= MOST_DIMENSIONS;
    }

    static GroupSums zero(Int8Columns columns, List<Query> queries) {
        int rows = columns.layout().rows();
        return new GroupSums(columns, queries, new int[rows], new int[queries.size()][rows]);
    }

    @Override
    public PrefixSums copy() {
        return new GroupSums(columns, queries, norms.clone(),
                Arrays.stream(dots).map(int[]::clone).toArray(int[][]::new));
    }

    @Override
    public BlockScan.Worker mover(PrefixMove move) {
        GroupAdder adder = new GroupAdder(this);
        int fromGroup = move.from() / GROUP;
        int toGroup = move.to() / GROUP;
        return (firstRow, endRow) -> {
            int count = endRow - firstRow;
            if (move.from() == 0) {
                clear(firstRow, endRow);
            }
            move.start().ifPresent(other -> set((GroupSums) other, firstRow, count));
            for (int group = fromGroup; group < toGroup; group++) {
                adder.add(group, 1, firstRow, count);
            }
            for (int group = fromGroup - 1; group >= toGroup; group--) {
                adder.add(group, -1, firstRow, count);
            }
        };
    }

    private void clear(int from, int to) {
        Arrays.fill(norms, from, to, 0);
        for (int[] dot : dots) {
            Arrays.fill(dot, from, to, 0);
        }
    }

    private void set(GroupSums other, int from, int count) {
        System.arraycopy(other.norms, from, norms, from, count);
        for (int i = 0; i < dots.length; i++) {
            System.arraycopy(other.dots[i], from, dots[i], from, count);
        }
    }

    @Override
    public BlockSums view(int query, int d) {
        return new View(query, d);
    }

    private final class View implements BlockSums {
        /**
         * Sums in single precision are compared with this much of the squared cosine to spare: twice the error of a cosine that
         * they may cause, and that of comparing them.
         */
        private static final double SLACK = 4e-6;

        private final Query query;
        private final int[] dotsOfQuery;
        private final int d;
        private final double gridError;
        private final double slack;
        private final double margin;
        private final float[] column = new float[BlockScan.BLOCK];
        private final double[] decodedNorms = new double[BlockScan.BLOCK];
        private final double[] decodedDots = new double[BlockScan.BLOCK];
        private int from;
        private int count;
        private boolean decoded;

        View(int query, int d) {
            this.query = queries.get(query);
            this.dotsOfQuery = dots[query];
            this.d = d;
            int groups = d / GROUP;
            this.gridError = groups / (double) UNITS;
            double queryNorm = this.query.squaredNorm(d);
            this.slack = SLACK * queryNorm;
            this.margin = BlockSums.margin(gridError, queryNorm);
        }

        @Override
        public void load(int fromRow, int to) {
            from = fromRow;
            count = to - fromRow;
            decoded = false;
            if (d % GROUP != 0) {
                decode();
            }
        }

        private void decode() {
            if (decoded) {
                return;
            }
            decoded = true;
            Int8Kernels.decode(norms, decodedNorms, from, count);
            Int8Kernels.decode(dotsOfQuery, decodedDots, from, count);
            for (int i = d / GROUP * GROUP; i < d; i++) {
                columns.copy(i, from, column, count);
                Kernels.addPlainSquares(column, decodedNorms, count);
                Kernels.addPlainProducts(column, query.at(i), decodedDots, count);
            }
        }

        @Override
        public double leastNorm() {
            return decoded ? Kernels.least(decodedNorms, 0, count) : Int8Kernels.least(norms, from, count) / UNITS;
        }

        @Override
        public double coarseNorm() {
            return Math.max(DoubleSums.COARSE_NORM, gridError / (2 * GRID_ERROR));
        }

        @Override
        public double coarseProduct() {
            double root = gridError / GRID_ERROR;
            return Math.max(DoubleSums.COARSE_PRODUCT, root * root);
        }

        @Override
        public boolean mayReach(double bound) {
            double lower = bound - slack;
            return decoded
                    ? !(Kernels.greatestExcess(decodedDots, decodedNorms, lower, 0, count) < -margin)
                    : Int8Kernels.anyExcess(dotsOfQuery, norms, lower, margin, from, count);
        }

        @Override
        public double[] dots() {
            decode();
            return decodedDots;
        }

        @Override
        public double[] norms() {
            decode();
            return decodedNorms;
        }

        @Override
        public int offset() {
            return 0;
        }
    }
}
