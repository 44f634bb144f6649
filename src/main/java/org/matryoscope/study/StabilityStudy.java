package org.matryoscope.study;

import java.util.List;
import java.util.stream.IntStream;

import org.matryoscope.base.Progress;
import org.matryoscope.metric.KendallTau;
import org.matryoscope.metric.Overlap;
import org.matryoscope.metric.RankBiasedOverlap;
import org.matryoscope.metric.SpearmanRho;
import org.matryoscope.metric.TiedRanks;
import org.matryoscope.vector.PrefixScan;
import org.matryoscope.vector.PrefixTops;
import org.matryoscope.vector.RowSample;
import org.matryoscope.vector.Scoring;
import org.matryoscope.vector.TopRows;
import org.matryoscope.vector.VectorStore;

/** Agreement of the ranking at each prefix with that at D. */
final class StabilityStudy {
    /** Documents that τ and ρ look at, at most: their standard error is then below 0.006, less than a line's width. */
    static final int MOST_CORRELATED = 20_000;
    /** Prefixes whose scores are kept together, 5 MB of the largest sample; cancelling takes effect after as many. */
    private static final int PREFIXES_AT_ONCE = 64;

    private StabilityStudy() {
    }

    static StabilityCurve run(VectorStore store, float[] query, int k, int[] prefixes, Progress progress) {
        int[] ascending = IntStream.concat(IntStream.of(prefixes), IntStream.of(store.dimension()))
                .sorted()
                .distinct()
                .toArray();
        int depth = Math.max(k, StabilityCurve.RBO_DEPTH);
        List<TopRows> tops = PrefixTops.scan(store, query, ascending, depth, Share.of(progress, 0, 0.3));
        int[] sample = RowSample.included(store, MOST_CORRELATED);
        Correlations correlations = correlations(store, query, ascending, sample, Share.of(progress, 0.3, 1));
        return new StabilityCurve(k, ascending, overlaps(tops, k), rankBiasedOverlaps(tops), correlations.tau,
                correlations.rho, sample.length, store.includedRows());
    }

    /** τ-b and ρ by prefix. */
    private record Correlations(double[] tau, double[] rho) {}

    private static Correlations correlations(VectorStore store, float[] query, int[] prefixes, int[] sample,
            Progress progress) {
        if (sample.length == store.includedRows()) {
            return correlations(store, query, prefixes, progress);
        }
        try (VectorStore drawn = RowSample.copy(store, sample, Share.of(progress, 0, 0.3))) {
            return correlations(drawn, query, prefixes, Share.of(progress, 0.3, 1));
        }
    }

    private static Correlations correlations(VectorStore store, float[] query, int[] prefixes, Progress progress) {
        PrefixScan scan = new PrefixScan(store, List.of(query), Share.of(progress, 0, 0.1));
        TiedRanks full = TiedRanks.of(scan.scoresAt(store.dimension(), 0, Scoring.COSINE));
        double[] tau = new double[prefixes.length];
        double[] rho = new double[prefixes.length];
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
        return new Correlations(tau, rho);
    }

    /** Overlap@k of each with the last. */
    static double[] overlaps(List<TopRows> tops, int k) {
        int[] full = tops.getLast().rows();
        return tops.stream().mapToDouble(top -> Overlap.at(top.rows(), full, k)).toArray();
    }

    private static double[] rankBiasedOverlaps(List<TopRows> tops) {
        int[] full = tops.getLast().rows();
        return tops.stream()
                .mapToDouble(top -> RankBiasedOverlap.extrapolated(top.rows(), full, StabilityCurve.RBO_PERSISTENCE))
                .toArray();
    }
}
