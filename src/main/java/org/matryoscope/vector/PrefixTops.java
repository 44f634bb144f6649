package org.matryoscope.vector;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.matryoscope.base.Progress;

/** The best documents at many prefixes, from one pass over the store. */
public final class PrefixTops {
    private PrefixTops() {
    }

    /**
     * Finds the k best documents by cosine at each of several prefixes. The rows are read once, in blocks; a block's scores
     * are only looked at where its best reaches the k-th best so far.
     *
     * @param store the documents
     * @param query D entries
     * @param prefixes prefix lengths, strictly ascending, each 1 … D
     * @param k how many, at least 1
     * @param progress told of the rows read; cancels
     * @return for each prefix, its best rows
     */
    public static List<TopRows> scan(VectorStore store, float[] query, int[] prefixes, int k, Progress progress) {
        Query unitQuery = Query.of(query, store);
        List<Worker> workers = BlockScan.run(store.rows(), () -> new Worker(store, unitQuery, prefixes, k), progress);
        return IntStream.range(0, prefixes.length)
                .mapToObj(p -> TopK.merge(k, workers.stream().map(worker -> worker.tops[p]).toList()))
                .toList();
    }

    /**
     * Lists every prefix length.
     *
     * @param dimension D
     * @return 1 … D
     */
    public static int[] everyPrefix(int dimension) {
        return IntStream.rangeClosed(1, dimension).toArray();
    }

    private static final class Worker implements BlockScan.Worker {
        private final VectorStore store;
        private final Query query;
        private final int[] prefixes;
        private final TopK[] tops;
        private final CosineFilter[] filters;
        private final float[] column = new float[BlockScan.BLOCK];
        private final double[] norms = new double[BlockScan.BLOCK];
        private final double[] dots = new double[BlockScan.BLOCK];

        Worker(VectorStore store, Query query, int[] prefixes, int k) {
            this.store = store;
            this.query = query;
            this.prefixes = prefixes;
            this.tops = Stream.generate(() -> new TopK(k)).limit(prefixes.length).toArray(TopK[]::new);
            this.filters = IntStream.of(prefixes)
                    .mapToObj(d -> new CosineFilter(store, query, d))
                    .toArray(CosineFilter[]::new);
        }

        @Override
        public void block(int from, int to) {
            int count = to - from;
            Arrays.fill(norms, 0);
            Arrays.fill(dots, 0);
            int columns = 0;
            for (int p = 0; p < prefixes.length; p++) {
                for (; columns < prefixes[p]; columns++) {
                    add(columns, from, count);
                }
                if (!(Kernels.greatestExcess(dots, norms, filters[p].bound(tops[p]), 0, count) < 0)) {
                    filters[p].offer(tops[p], dots, norms, 0, from, to);
                }
            }
        }

        private void add(int i, int from, int count) {
            store.copyColumn(i, from, column, count);
            Kernels.addPlainSquares(column, norms, count);
            Kernels.addPlainProducts(column, query.at(i), dots, count);
        }

    }
}
