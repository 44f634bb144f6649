package org.matryoscope.question.stages;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.metric.MeanCurve;
import org.matryoscope.question.QueryPlan.QueryVector;
import org.matryoscope.retrieval.Funnel;
import org.matryoscope.retrieval.SearchStep;
import org.matryoscope.vector.VectorStore;

/** Measures searches in steps against exact search at D. */
final class StagesStudy {
    private static final long SEED = 1;
    /** Queries that are timed, after one that is not. */
    private static final int TIMED = 5;

    private final VectorStore store;
    private final List<QueryVector> queries;
    private final KnownTops exact;
    private final int[][] wanted;

    /**
     * Searches exactly, for all that is measured later.
     *
     * @param store the documents
     * @param queries at least one query of D entries
     * @param k how many documents are wanted, at least 1 and fewer than there are
     * @param funnels what will be measured
     * @param progress told of the rows read; cancels
     */
    StagesStudy(VectorStore store, List<QueryVector> queries, int k, List<Funnel> funnels, Progress progress) {
        this.store = store;
        this.queries = queries;
        int[] prefixes = IntStream
                .concat(funnels.stream().mapToInt(funnel -> funnel.first().d()), IntStream.of(store.dimension()))
                .sorted()
                .distinct()
                .toArray();
        int depth = funnels.stream().mapToInt(funnel -> funnel.first().keep()).max().orElse(k);
        exact = new KnownTops(store, queries, prefixes, Math.max(k, depth), progress);
        SearchStep full = new SearchStep(store.dimension(), k);
        wanted = queries.stream().map(query -> exact.search(query, full).rows()).toArray(int[][]::new);
    }

    /**
     * Measures searches whose first step looks at every document.
     *
     * @param funnels among those that this was made for
     * @param progress told of the searches; cancels
     */
    List<StageSetting> exact(List<Funnel> funnels, Progress progress) {
        return measure(funnels, exact, Searcher.exact(store), progress);
    }

    /**
     * Measures searches whose first step goes through a graph.
     *
     * @param funnels the searches
     * @param graphs for their first prefixes
     * @param progress told of the searches; cancels
     */
    List<StageSetting> approximate(List<Funnel> funnels, GraphSearcher graphs, Progress progress) {
        return measure(funnels, graphs, graphs, progress);
    }

    private List<StageSetting> measure(List<Funnel> funnels, Searcher known, Searcher timed, Progress progress) {
        double[][] recalls = new double[queries.size()][funnels.size()];
        double[][] macs = new double[queries.size()][funnels.size()];
        Progress searching = Share.of(progress, 0, 0.6);
        for (int f = 0; f < funnels.size(); f++) {
            searching.report(f, funnels.size());
            Funnel funnel = funnels.get(f);
            int at = f;
            IntStream.range(0, queries.size()).parallel().forEach(q -> {
                Searcher.Shortlist shortlist = known.search(queries.get(q), funnel.first());
                int[] found = funnel.rerank(store, queries.get(q).vector(), shortlist.rows());
                recalls[q][at] = (double) IntStream.of(found).filter(row -> contains(wanted[q], row)).count()
                        / wanted[q].length;
                macs[q][at] = shortlist.macs() + funnel.rerankingMultiplyAdds();
            });
        }
        MeanCurve recall = MeanCurve.of(recalls, SEED);
        Progress timing = Share.of(progress, 0.6, 1);
        return IntStream.range(0, funnels.size()).mapToObj(f -> {
            timing.report(f, funnels.size());
            double mean = Arrays.stream(macs).mapToDouble(query -> query[f]).average().orElseThrow();
            return new StageSetting(funnels.get(f), recall.mean()[f], recall.low()[f], recall.high()[f], mean,
                    milliseconds(funnels.get(f), timed));
        }).toList();
    }

    private static boolean contains(int[] rows, int row) {
        return IntStream.of(rows).anyMatch(each -> each == row);
    }

    /** The median over a few queries, each searched for by itself. */
    private double milliseconds(Funnel funnel, Searcher searcher) {
        double[] times = IntStream.rangeClosed(0, TIMED).mapToDouble(i -> {
            QueryVector query = queries.get(i % queries.size());
            long start = System.nanoTime();
            funnel.rerank(store, query.vector(), searcher.search(query, funnel.first()).rows());
            return (System.nanoTime() - start) / 1e6;
        }).skip(1).sorted().toArray();
        return times[times.length / 2];
    }
}
