package org.matryoscope.question.stability;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.metric.KendallTau;
import org.matryoscope.metric.MeanCurve;
import org.matryoscope.metric.RankBiasedOverlap;
import org.matryoscope.metric.SpearmanRho;
import org.matryoscope.metric.TiedRanks;
import org.matryoscope.question.QueryPlan.QueryVector;
import org.matryoscope.vector.PrefixScan;
import org.matryoscope.vector.QueryTops;
import org.matryoscope.vector.RowSample;
import org.matryoscope.vector.Scoring;
import org.matryoscope.vector.TopRows;
import org.matryoscope.vector.VectorStore;

/** Agreement of the ranking at each prefix with that at D. */
public final class StabilityStudy {
    /** Documents that τ and ρ look at, at most: their standard error is then below 0.006, less than a line's width. */
    static final int MOST_CORRELATED = 20_000;
    /** The same where the mean is over many queries, whose own spread is wider than the sample's. */
    static final int MOST_CORRELATED_OF_MANY = 2_000;
    /** Prefixes whose scores are kept together, 5 MB of the largest sample; cancelling takes effect after as many. */
    private static final int PREFIXES_AT_ONCE = 64;
    /** Seed of the bootstrap. */
    static final long SEED = 1;

    private StabilityStudy() {
    }

    /** Returns how many documents τ and ρ look at: every usable one, up to a bound. */
    static int correlated(VectorStore store, int queries) {
        return Math.min(store.includedRows(), queries == 1 ? MOST_CORRELATED : MOST_CORRELATED_OF_MANY);
    }

    /**
     * Measures agreement. Overlap and RBO look at every document, the rank correlations at a sample where there are many.
     *
     * @param store the documents
     * @param queries at least one
     * @param k depth of the overlap, at least 1
     * @param prefixes prefix lengths, each 1 … D; sorted, and D is added if missing
     * @param progress told of the work; cancels
     * @return the agreement in the mean over the queries
     * @throws org.matryoscope.base.Problem if a query is all zero or not finite
     */
    public static StabilityCurve run(VectorStore store, List<QueryVector> queries, int k, int[] prefixes,
            Progress progress) {
        int[] ascending = IntStream.concat(IntStream.of(prefixes), IntStream.of(store.dimension()))
                .sorted()
                .distinct()
                .toArray();
        int depth = Math.max(k, StabilityCurve.RBO_DEPTH);
        List<List<TopRows>> tops = QueryTops.scan(store, queries.stream().map(QueryVector::vector).toList(),
                queries.stream().mapToInt(QueryVector::row).toArray(), ascending, depth, Share.of(progress, 0, 0.3));
        Map<Measure, double[][]> perQuery = new EnumMap<>(Measure.class);
        perQuery.put(Measure.OVERLAP, tops.stream().map(top -> OverlapStudy.overlaps(top, k)).toArray(double[][]::new));
        perQuery.put(Measure.RBO, tops.stream().map(StabilityStudy::rankBiasedOverlaps).toArray(double[][]::new));
        int[] sample = RowSample.included(store, correlated(store, queries.size()));
        correlate(store, queries, ascending, sample, perQuery, Share.of(progress, 0.3, 1));
        Map<Measure, MeanCurve> agreement = new EnumMap<>(Measure.class);
        perQuery.forEach((measure, values) -> agreement.put(measure, MeanCurve.of(values, SEED)));
        return new StabilityCurve(k, ascending, agreement, Objects.requireNonNull(perQuery.get(Measure.OVERLAP)),
                sample.length, store.includedRows());
    }

    private static void correlate(VectorStore store, List<QueryVector> queries, int[] prefixes, int[] sample,
            Map<Measure, double[][]> perQuery, Progress progress) {
        double[][] tau = new double[queries.size()][prefixes.length];
        double[][] rho = new double[queries.size()][prefixes.length];
        perQuery.put(Measure.KENDALL, tau);
        perQuery.put(Measure.SPEARMAN, rho);
        if (sample.length == store.includedRows()) {
            correlate(store, queries, prefixes, tau, rho, progress);
            return;
        }
        try (VectorStore drawn = RowSample.copy(store, sample, Share.of(progress, 0, 0.3))) {
            correlate(drawn, queries, prefixes, tau, rho, Share.of(progress, 0.3, 1));
        }
    }

    private static void correlate(VectorStore store, List<QueryVector> queries, int[] prefixes, double[][] tau,
            double[][] rho, Progress progress) {
        for (int q = 0; q < queries.size(); q++) {
            Progress part = Share.of(progress, (double) q / queries.size(), (q + 1.0) / queries.size());
            correlate(store, queries.get(q).vector(), prefixes, tau[q], rho[q], part);
        }
    }

    private static void correlate(VectorStore store, float[] query, int[] prefixes, double[] tau, double[] rho,
            Progress progress) {
        PrefixScan scan = new PrefixScan(store, List.of(query), Share.of(progress, 0, 0.1));
        TiedRanks full = TiedRanks.of(scan.scoresAt(store.dimension(), 0, Scoring.COSINE));
        Progress rest = Share.of(progress, 0.1, 1);
        for (int from = 0; from < prefixes.length; from += PREFIXES_AT_ONCE) {
            rest.report(from, prefixes.length);
            int first = from;
            List<float[]> scores = IntStream.range(first, Math.min(prefixes.length, first + PREFIXES_AT_ONCE))
                    .mapToObj(p -> scan.scoresAt(prefixes[p], 0, Scoring.COSINE))
                    .toList();
            // Moving the scan is quick and uses all cores; ranking and comparing, one prefix at a time, would not.
            IntStream.range(0, scores.size()).parallel().forEach(i -> {
                TiedRanks ranks = TiedRanks.of(scores.get(i));
                tau[first + i] = KendallTau.b(full, ranks);
                rho[first + i] = SpearmanRho.of(full, ranks);
            });
        }
        rest.report(1, 1);
    }

    private static double[] rankBiasedOverlaps(List<TopRows> tops) {
        int[] full = tops.getLast().rows();
        return tops.stream()
                .mapToDouble(top -> RankBiasedOverlap.extrapolated(top.rows(), full, StabilityCurve.RBO_PERSISTENCE))
                .toArray();
    }
}
