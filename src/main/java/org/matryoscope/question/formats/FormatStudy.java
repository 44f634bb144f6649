package org.matryoscope.question.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.metric.MeanCurve;
import org.matryoscope.metric.Overlap;
import org.matryoscope.question.QueryPlan.QueryVector;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.PrefixTops;
import org.matryoscope.vector.VectorStore;

/** How much of a ranking shorter number formats keep, at each prefix. */
public final class FormatStudy {
    /** The most queries that are averaged over. */
    public static final int MOST_QUERIES = 200;
    /** The fewest that a large store is sampled down to. */
    private static final int FEWEST_QUERIES = 20;
    /** Entries scanned by all queries of a format together, N · D · queries, above which fewer queries are taken. */
    private static final long MOST_ENTRIES = 20_000_000_000L;

    private static final long SEED = 1;

    private FormatStudy() {
    }

    /**
     * Ranks by cosine in the store's own format and in each shorter one, and compares the heads of the rankings. Formats that
     * keep more than the store does cannot be studied from it and are left out. Copies are made one at a time: at most half of
     * the store's size beside it.
     *
     * @param store the documents, float32 for all four formats
     * @param queries at least one query of D entries; beyond {@value #MOST_QUERIES}, and sooner in large stores, an even sample
     * @param k depth of the overlap, at least 1
     * @param prefixes prefix lengths, each 1 … D; sorted
     * @param progress told of the queries ranked; cancels
     * @return the comparison, which states how many queries it used
     * @throws org.matryoscope.base.Problem if a query is all zero or not finite, or a copy finds no room
     */
    public static FormatCosts run(VectorStore store, List<float[]> queries, int k, int[] prefixes, Progress progress) {
        List<QueryVector> sample = sample(queries, store).stream().map(query -> new QueryVector(query, -1)).toList();
        if (sample.isEmpty()) {
            throw new IllegalArgumentException("a study of formats needs at least one query");
        }
        return compare(store, sample, queries.size(), k, prefixes, progress);
    }

    /** Compares over every query given, which were sampled from {@code offered}. */
    static FormatCosts compare(VectorStore store, List<QueryVector> sample, int offered, int k, int[] prefixes,
            Progress progress) {
        int[] ascending = IntStream.of(prefixes).sorted().distinct().toArray();
        List<NumberFormat> formats = Stream.of(NumberFormat.values())
                .filter(format -> format.bits() <= store.format().bits())
                .toList();
        List<FormatCost> costs = new ArrayList<>();
        List<List<int[]>> reference = List.of();
        for (int f = 0; f < formats.size(); f++) {
            Progress part = Share.of(progress, (double) f / formats.size(), (f + 1.0) / formats.size());
            List<List<int[]>> tops = f == 0
                    ? tops(store, sample, k, ascending, part)
                    : topsIn(formats.get(f), store, sample, k, ascending, part);
            reference = f == 0 ? tops : reference;
            costs.add(cost(formats.get(f), tops, reference, k, ascending.length));
        }
        return new FormatCosts(store.format(), k, ascending, sample.size(), offered, costs);
    }

    private static List<float[]> sample(List<float[]> queries, VectorStore store) {
        long affordable = MOST_ENTRIES / ((long) store.rows() * store.dimension());
        int most = Math.clamp(affordable, FEWEST_QUERIES, MOST_QUERIES);
        int size = Math.min(most, queries.size());
        return IntStream.range(0, size).mapToObj(i -> queries.get((int) ((long) i * queries.size() / size))).toList();
    }

    private static List<List<int[]>> topsIn(NumberFormat format, VectorStore store, List<QueryVector> queries, int k,
            int[] prefixes, Progress progress) {
        try (VectorStore copy = store.in(format, Share.of(progress, 0, 0.2))) {
            return tops(copy, queries, k, prefixes, Share.of(progress, 0.2, 1));
        }
    }

    /** For each query, its best documents at each prefix and, last, at D. */
    private static List<List<int[]>> tops(VectorStore store, List<QueryVector> queries, int k, int[] prefixes,
            Progress progress) {
        int dimension = store.dimension();
        int[] withFull = IntStream.concat(IntStream.of(prefixes), IntStream.of(dimension)).distinct().toArray();
        List<List<int[]>> tops = new ArrayList<>();
        for (int q = 0; q < queries.size(); q++) {
            Progress part = Share.of(progress, (double) q / queries.size(), (q + 1.0) / queries.size());
            QueryVector query = queries.get(q);
            tops.add(PrefixTops.scan(store, query.vector(), withFull, query.row() < 0 ? k : k + 1, part)
                    .stream()
                    .map(top -> IntStream.of(top.rows()).filter(row -> row != query.row()).limit(k).toArray())
                    .toList());
        }
        return tops;
    }

    private static FormatCost cost(NumberFormat format, List<List<int[]>> tops, List<List<int[]>> reference, int k,
            int prefixes) {
        double[][] same = new double[tops.size()][prefixes];
        double[][] full = new double[tops.size()][prefixes];
        for (int q = 0; q < tops.size(); q++) {
            int[] fullRows = reference.get(q).getLast();
            for (int p = 0; p < prefixes; p++) {
                int[] rows = tops.get(q).get(p);
                same[q][p] = Overlap.at(rows, reference.get(q).get(p), k);
                full[q][p] = Overlap.at(rows, fullRows, k);
            }
        }
        return new FormatCost(format, MeanCurve.of(same, SEED), MeanCurve.of(full, SEED));
    }
}
