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
import org.matryoscope.vector.Scoring;
import org.matryoscope.vector.TopRows;
import org.matryoscope.vector.VectorStore;

/** Agreement of the ranking at each prefix with that at D. */
final class StabilityStudy {
    private StabilityStudy() {
    }

    static StabilityCurve run(VectorStore store, float[] query, int k, int[] prefixes, Progress progress) {
        int[] ascending = IntStream.concat(IntStream.of(prefixes), IntStream.of(store.dimension()))
                .sorted()
                .distinct()
                .toArray();
        int depth = Math.max(k, StabilityCurve.RBO_DEPTH);
        List<TopRows> tops = PrefixTops.scan(store, query, ascending, depth, Share.of(progress, 0, 0.3));
        PrefixScan scan = new PrefixScan(store, List.of(query), Share.of(progress, 0.3, 0.4));
        TiedRanks full = TiedRanks.of(scan.scoresAt(store.dimension(), 0, Scoring.COSINE));
        double[] tau = new double[ascending.length];
        double[] rho = new double[ascending.length];
        Progress rest = Share.of(progress, 0.4, 1);
        for (int p = 0; p < ascending.length; p++) {
            rest.report(p, ascending.length);
            TiedRanks ranks = TiedRanks.of(scan.scoresAt(ascending[p], 0, Scoring.COSINE));
            rest.report(p, ascending.length);
            tau[p] = KendallTau.b(full, ranks);
            rho[p] = SpearmanRho.of(full, ranks);
        }
        rest.report(1, 1);
        return new StabilityCurve(k, ascending, overlaps(tops, k), rankBiasedOverlaps(tops), tau, rho);
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
