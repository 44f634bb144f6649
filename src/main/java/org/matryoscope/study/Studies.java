package org.matryoscope.study;

import java.util.List;

import org.matryoscope.base.Progress;
import org.matryoscope.vector.PrefixCurves;
import org.matryoscope.vector.PrefixScan;
import org.matryoscope.vector.PrefixTops;
import org.matryoscope.vector.RadixRanking;
import org.matryoscope.vector.Scoring;
import org.matryoscope.vector.TopRows;
import org.matryoscope.vector.VectorStore;

/**
 * The questions of the views. Each reports its progress and can be cancelled through it; each throws
 * {@link org.matryoscope.base.Problem} if the query is all zero or not finite.
 */
public final class Studies {
    private Studies() {
    }

    /** Scores of chosen documents at every prefix; {@code query} has D entries. Excluded documents score NaN. */
    public static ScoreCurves scores(VectorStore store, float[] query, int[] rows, boolean renormalise,
            Progress progress) {
        float[][] score = new float[rows.length][];
        PrefixCurves.scan(store, query, rows, renormalise ? Scoring.COSINE : Scoring.DOT, progress,
                (index, curve) -> score[index] = curve);
        return new ScoreCurves(rows.clone(), renormalise, score);
    }

    /** Energy of a corpus, with variance by label level where the corpus has nested labels. */
    public static EnergyProfile energy(EmbeddedCorpus corpus, Progress progress) {
        return EnergyStudy.run(corpus, progress);
    }

    /**
     * Agreement with the full ranking at the given prefixes, each 1 … D (sorted; D is added if missing), overlap at depth
     * k ≥ 1. Overlap and RBO look at every document, the rank correlations at a sample where there are many.
     */
    public static StabilityCurve stability(VectorStore store, float[] query, int k, int[] prefixes, Progress progress) {
        return StabilityStudy.run(store, query, k, prefixes, progress);
    }

    /** How many documents the rank correlations of {@link #stability} look at: every usable one, up to 20 000. */
    public static int correlated(VectorStore store) {
        return Math.min(store.includedRows(), StabilityStudy.MOST_CORRELATED);
    }

    /**
     * Overlap@k with the full ranking at every prefix, from one pass over the store: the quick part of
     * {@link #stability}.
     *
     * @param store the documents
     * @param query D entries
     * @param k depth, at least 1
     * @param progress told of the rows read; cancels
     * @return D values; {@code [d − 1]} is at prefix d
     */
    public static double[] overlap(VectorStore store, float[] query, int k, Progress progress) {
        List<TopRows> tops = PrefixTops.scan(store, query, PrefixTops.everyPrefix(store.dimension()), k, progress);
        return StabilityStudy.overlaps(tops, k);
    }

    /** Ranks across the given prefixes of the documents that are among the first {@code top} at D. */
    public static BumpRanks bump(VectorStore store, float[] query, int top, int[] prefixes, Progress progress) {
        PrefixScan scan = new PrefixScan(store, List.of(query), Share.of(progress, 0, 0.2));
        int[] rows = scan.topAt(store.dimension(), 0, Scoring.COSINE, top).rows();
        int[][] rank = new int[rows.length][prefixes.length];
        Progress rest = Share.of(progress, 0.2, 1);
        for (int p = 0; p < prefixes.length; p++) {
            rest.report(p, prefixes.length);
            int[] ranks = RadixRanking.ranks(RadixRanking.order(scan.scoresAt(prefixes[p], 0, Scoring.COSINE)),
                    store.rows());
            for (int i = 0; i < rows.length; i++) {
                rank[i][p] = ranks[rows[i]] + 1;
            }
        }
        rest.report(1, 1);
        return new BumpRanks(prefixes.clone(), rows, rank);
    }

    /**
     * Mean similarity of related and unrelated rows at every prefix, with bootstrap intervals (fixed seed).
     *
     * @throws org.matryoscope.base.Problem if either side has no document with a usable vector
     */
    public static GapCurve gap(VectorStore store, float[] query, int[] related, int[] unrelated, Progress progress) {
        return GapStudy.run(store, query, related, unrelated, progress);
    }

    /**
     * What storing the vectors in each number format costs, at every prefix: overlap@k with the rankings by the given
     * vectors, in the mean over the query and documents drawn evenly as further queries.
     *
     * @param given the vectors as they were given; formats of more bits than theirs are left out
     * @param query D entries
     * @param k depth, at least 1
     * @param progress told of the scans; cancels
     * @return the agreement of each format
     */
    public static FormatCurves formats(VectorStore given, float[] query, int k, Progress progress) {
        return FormatQueries.compare(given, query, k, progress);
    }
}
