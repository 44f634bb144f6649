package org.matryoscope.question.quality;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.ScoredPair;
import org.matryoscope.metric.Bootstrap;
import org.matryoscope.metric.MeanCurve;
import org.matryoscope.metric.SpearmanRho;
import org.matryoscope.metric.TiedRanks;
import org.matryoscope.vector.PairCosines;
import org.matryoscope.vector.VectorStore;

/** Spearman's ρ between cosines of pairs and the scores that people gave them, as STS benchmarks are judged. */
final class PairStudy {
    private static final long SEED = 1;
    private static final int RESAMPLES = 1000;
    private static final int RESAMPLES_AT_ONCE = 50;

    private PairStudy() {
    }

    /**
     * Measures, with intervals from resampled pairs: the same draws at every prefix and of every contender.
     *
     * @param store the documents
     * @param pairs at least two, of rows that are not excluded
     * @param prefixes prefix lengths, strictly ascending, the last one D
     * @param progress told of the resamples; cancels
     */
    static QualityCurve run(VectorStore store, List<ScoredPair> pairs, int[] prefixes, Progress progress) {
        float[][] cosines = PairCosines.at(store, pairs.stream().mapToInt(ScoredPair::first).toArray(),
                pairs.stream().mapToInt(ScoredPair::second).toArray(), prefixes);
        float[] scores = new float[pairs.size()];
        IntStream.range(0, scores.length).forEach(i -> scores[i] = (float) pairs.get(i).score());
        double[] measured = correlations(cosines, scores, IntStream.range(0, scores.length).toArray());
        double[][] resampled = new double[RESAMPLES][];
        SplittableRandom random = new SplittableRandom(SEED);
        int[][] draws = IntStream.range(0, RESAMPLES)
                .mapToObj(resample -> random.ints(scores.length, 0, scores.length).toArray())
                .toArray(int[][]::new);
        for (int from = 0; from < RESAMPLES; from += RESAMPLES_AT_ONCE) {
            progress.report(from, RESAMPLES);
            IntStream.range(from, Math.min(RESAMPLES, from + RESAMPLES_AT_ONCE))
                    .parallel()
                    .forEach(resample -> resampled[resample] = correlations(cosines, scores, draws[resample]));
        }
        progress.report(1, 1);
        return new QualityCurve(prefixes, pairs.size(),
                Map.of(QualityMeasure.SPEARMAN, interval(measured, resampled, false)),
                Map.of(QualityMeasure.SPEARMAN, interval(measured, resampled, true)), Map.of());
    }

    /** By prefix, ρ over the pairs drawn. */
    private static double[] correlations(float[][] cosines, float[] scores, int[] drawn) {
        TiedRanks gold = TiedRanks.of(of(scores, drawn));
        double[] correlations = new double[cosines.length];
        for (int p = 0; p < cosines.length; p++) {
            correlations[p] = SpearmanRho.of(gold, TiedRanks.of(of(cosines[p], drawn)));
        }
        return correlations;
    }

    private static float[] of(float[] values, int[] drawn) {
        float[] taken = new float[drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            taken[i] = values[drawn[i]];
        }
        return taken;
    }

    private static MeanCurve interval(double[] measured, double[][] resampled, boolean ofLast) {
        int last = measured.length - 1;
        double[][] replicates = new double[measured.length][RESAMPLES];
        double[] values = new double[measured.length];
        for (int p = 0; p < measured.length; p++) {
            values[p] = ofLast ? measured[p] / measured[last] : measured[p];
            for (int r = 0; r < RESAMPLES; r++) {
                replicates[p][r] = ofLast ? resampled[r][p] / resampled[r][last] : resampled[r][p];
            }
        }
        Bootstrap.Interval interval = Bootstrap.interval(replicates);
        return new MeanCurve(values, interval.low(), interval.high());
    }
}
