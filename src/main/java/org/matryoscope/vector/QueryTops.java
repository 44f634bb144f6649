package org.matryoscope.vector;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.matryoscope.base.Progress;

/** The best documents for many queries at many prefixes, from one pass over the store. */
public final class QueryTops {
    /** Queries whose sums over a block of rows are kept together: they stay in the second-level cache. */
    private static final int QUERIES_AT_ONCE = 64;

    private QueryTops() {
    }

    /**
     * Finds the k best documents by cosine for each query at each of several prefixes. The rows are read once for up to
     * {@value #QUERIES_AT_ONCE} queries, in blocks, and squared norms of prefixes are summed once for all of them; a block's
     * scores are only looked at where its best reaches the k-th best so far.
     *
     * @param store the documents
     * @param queries at least one, of D entries each
     * @param ownRows by query, the row that it is, which is left out of its ranking; −1 for none
     * @param prefixes prefix lengths, strictly ascending, each 1 … D
     * @param k how many, at least 1
     * @param progress told of the rows read; cancels
     * @return by query and prefix, its best rows
     * @throws org.matryoscope.base.Problem if a query is all zero or not finite
     */
    public static List<List<TopRows>> scan(VectorStore store, List<float[]> queries, int[] ownRows, int[] prefixes,
            int k, Progress progress) {
        Stream.Builder<List<TopRows>> tops = Stream.builder();
        for (int from = 0; from < queries.size(); from += QUERIES_AT_ONCE) {
            int to = Math.min(queries.size(), from + QUERIES_AT_ONCE);
            long before = from;
            long all = queries.size();
            Progress part = (done, total) -> progress.report(total * before + done * (to - before), total * all);
            scanTogether(store, queries.subList(from, to), Arrays.copyOfRange(ownRows, from, to), prefixes, k, part)
                    .forEach(tops::add);
        }
        return tops.build().toList();
    }

    /**
     * Finds the nearest others of some rows, each left out of its own ranking. Threads share the rows asked for, not those looked
     * at: over some thousand rows a scan for a few is too short to be shared.
     *
     * @param store the documents
     * @param rows those asked for, none of them excluded
     * @param prefixes prefix lengths, strictly ascending, each 1 … D
     * @param k how many, at least 1
     * @return by row and prefix, its nearest others
     */
    public static List<List<TopRows>> ofRows(VectorStore store, int[] rows, int[] prefixes, int k) {
        return IntStream.range(0, Math.ceilDiv(rows.length, QUERIES_AT_ONCE))
                .parallel()
                .mapToObj(piece -> Arrays.copyOfRange(rows, piece * QUERIES_AT_ONCE,
                        Math.min(rows.length, (piece + 1) * QUERIES_AT_ONCE)))
                .map(some -> scan(store, IntStream.of(some).mapToObj(store::row).toList(), some, prefixes, k,
                        Progress.NONE))
                .flatMap(List::stream)
                .toList();
    }

    private static List<List<TopRows>> scanTogether(VectorStore store, List<float[]> queries, int[] ownRows,
            int[] prefixes, int k, Progress progress) {
        List<Query> units = queries.stream().map(query -> Query.of(query, store)).toList();
        int[] depth = IntStream.of(ownRows).map(row -> row < 0 ? k : k + 1).toArray();
        List<Worker> workers = BlockScan.run(store.rows(), () -> new Worker(store, units, depth, prefixes), progress);
        return IntStream.range(0, units.size())
                .mapToObj(q -> IntStream.range(0, prefixes.length)
                        .mapToObj(p -> TopK.merge(depth[q], workers.stream().map(worker -> worker.tops[q][p]).toList()))
                        .map(top -> ownRows[q] < 0 ? top : without(ownRows[q], top, k))
                        .toList())
                .toList();
    }

    private static TopRows without(int row, TopRows top, int k) {
        int[] kept = IntStream.range(0, top.rows().length).filter(i -> top.rows()[i] != row).limit(k).toArray();
        float[] scores = new float[kept.length];
        for (int i = 0; i < kept.length; i++) {
            scores[i] = top.scores()[kept[i]];
        }
        return new TopRows(IntStream.of(kept).map(i -> top.rows()[i]).toArray(), scores);
    }

    private static final class Worker implements BlockScan.Worker {
        private final VectorStore store;
        private final List<Query> queries;
        private final int[] prefixes;
        private final TopK[][] tops;
        private final CosineFilter[][] filters;
        private final float[] column = new float[BlockScan.BLOCK];
        private final double[] norms = new double[BlockScan.BLOCK];
        private final double[][] dots;

        Worker(VectorStore store, List<Query> queries, int[] depth, int[] prefixes) {
            this.store = store;
            this.queries = queries;
            this.prefixes = prefixes;
            tops = IntStream.of(depth)
                    .mapToObj(k -> Stream.generate(() -> new TopK(k)).limit(prefixes.length).toArray(TopK[]::new))
                    .toArray(TopK[][]::new);
            filters = queries.stream()
                    .map(query -> IntStream.of(prefixes)
                            .mapToObj(d -> new CosineFilter(store, query, d))
                            .toArray(CosineFilter[]::new))
                    .toArray(CosineFilter[][]::new);
            dots = new double[queries.size()][BlockScan.BLOCK];
        }

        @Override
        public void block(int from, int to) {
            int count = to - from;
            Arrays.fill(norms, 0);
            for (double[] sums : dots) {
                Arrays.fill(sums, 0);
            }
            int columns = 0;
            for (int p = 0; p < prefixes.length; p++) {
                for (; columns < prefixes[p]; columns++) {
                    add(columns, from, count);
                }
                for (int q = 0; q < dots.length; q++) {
                    CosineFilter filter = filters[q][p];
                    TopK top = tops[q][p];
                    if (!(Kernels.greatestExcess(dots[q], norms, filter.bound(top), 0, count) < 0)) {
                        filter.offer(top, dots[q], norms, 0, from, to);
                    }
                }
            }
        }

        private void add(int i, int from, int count) {
            store.copyColumn(i, from, column, count);
            Kernels.addPlainSquares(column, norms, count);
            for (int q = 0; q < dots.length; q++) {
                Kernels.addPlainProducts(column, queries.get(q).at(i), dots[q], count);
            }
        }
    }
}
