package org.matryoscope.question.gap;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.metric.Bootstrap;
import org.matryoscope.metric.CurveSums;
import org.matryoscope.vector.PrefixCurves;
import org.matryoscope.vector.Scoring;
import org.matryoscope.vector.VectorStore;

/** Mean similarity of related and unrelated documents, with intervals. */
final class GapStudy {
    private static final int REPLICATES = 1000;
    private static final long SEED = 1;

    private GapStudy() {
    }

    static GapCurve run(VectorStore store, float[] query, int[] related, int[] unrelated, Progress progress) {
        Sample relatedSample = Sample.of(store, query, usable(store, related, "related"), SEED,
                Share.of(progress, 0, 0.5));
        Sample unrelatedSample = Sample.of(store, query, usable(store, unrelated, "unrelated"), SEED + 1,
                Share.of(progress, 0.5, 1));
        Sample gap = relatedSample.minus(unrelatedSample);
        Bootstrap.Interval ofRelated = Bootstrap.interval(relatedSample.replicates);
        Bootstrap.Interval ofUnrelated = Bootstrap.interval(unrelatedSample.replicates);
        Bootstrap.Interval ofGap = Bootstrap.interval(gap.replicates);
        return new GapCurve(relatedSample.rows, unrelatedSample.rows, relatedSample.mean, unrelatedSample.mean,
                ofRelated.low(), ofRelated.high(), ofUnrelated.low(), ofUnrelated.high(), gap.mean, ofGap.low(),
                ofGap.high());
    }

    private static int[] usable(VectorStore store, int[] rows, String side) {
        int[] usable = IntStream.of(rows).filter(row -> !store.isExcluded(row)).sorted().toArray();
        if (usable.length == 0) {
            throw new Problem("", "there is no " + side + " document with a usable vector",
                    "Mark at least one " + side + " document.");
        }
        return usable;
    }

    /** One side: its rows, their mean curve and bootstrap replicates of it by dimension. */
    private record Sample(int[] rows, double[] mean, double[][] replicates) {
        static Sample of(VectorStore store, float[] query, int[] rows, long seed, Progress progress) {
            CurveSums curves = new CurveSums(rows.length, store.dimension(), seed);
            PrefixCurves.scan(store, query, rows, Scoring.COSINE, Share.of(progress, 0, 0.7), curves::add);
            double[][] replicates = Bootstrap.means(curves, REPLICATES, seed, Share.of(progress, 0.7, 1));
            return new Sample(rows, curves.mean(), replicates);
        }

        Sample minus(Sample other) {
            double[] difference = new double[mean.length];
            Arrays.setAll(difference, d -> mean[d] - other.mean[d]);
            double[][] differences = new double[mean.length][REPLICATES];
            for (int d = 0; d < mean.length; d++) {
                for (int r = 0; r < REPLICATES; r++) {
                    differences[d][r] = replicates[d][r] - other.replicates[d][r];
                }
            }
            return new Sample(new int[0], difference, differences);
        }
    }
}
