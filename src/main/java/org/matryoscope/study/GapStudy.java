package org.matryoscope.study;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.metric.Bootstrap;
import org.matryoscope.vector.PrefixCurves;
import org.matryoscope.vector.Scoring;
import org.matryoscope.vector.VectorStore;

/** Mean similarity of related and unrelated documents, with intervals. */
final class GapStudy {
    private static final int REPLICATES = 1000;
    private static final long SEED = 20_240_613;

    private GapStudy() {
    }

    static GapCurve run(VectorStore store, float[] query, int[] related, int[] unrelated, Progress progress) {
        int[] usableRelated = usable(store, related, "related");
        int[] usableUnrelated = usable(store, unrelated, "unrelated");
        double[][] relatedCurves = curves(store, query, usableRelated, Share.of(progress, 0, 0.3));
        double[][] unrelatedCurves = curves(store, query, usableUnrelated, Share.of(progress, 0.3, 0.6));
        double[][] relatedMeans = Bootstrap.means(relatedCurves, REPLICATES, SEED);
        double[][] unrelatedMeans = Bootstrap.means(unrelatedCurves, REPLICATES, SEED + 1);
        int points = store.dimension();
        double[][] gaps = new double[points][REPLICATES];
        for (int d = 0; d < points; d++) {
            for (int r = 0; r < REPLICATES; r++) {
                gaps[d][r] = relatedMeans[d][r] - unrelatedMeans[d][r];
            }
        }
        double[] meanRelated = mean(relatedCurves);
        double[] meanUnrelated = mean(unrelatedCurves);
        double[] gap = new double[points];
        Arrays.setAll(gap, d -> meanRelated[d] - meanUnrelated[d]);
        Interval ofRelated = Interval.of(relatedMeans);
        Interval ofUnrelated = Interval.of(unrelatedMeans);
        Interval ofGap = Interval.of(gaps);
        progress.report(1, 1);
        return new GapCurve(usableRelated, usableUnrelated, meanRelated, meanUnrelated, ofRelated.low, ofRelated.high,
                ofUnrelated.low, ofUnrelated.high, gap, ofGap.low, ofGap.high);
    }

    private record Interval(double[] low, double[] high) {
        private static final double TAIL = 0.025;

        static Interval of(double[][] replicates) {
            double[] low = new double[replicates.length];
            double[] high = new double[replicates.length];
            for (int d = 0; d < replicates.length; d++) {
                Arrays.sort(replicates[d]);
                low[d] = Bootstrap.percentile(replicates[d], TAIL);
                high[d] = Bootstrap.percentile(replicates[d], 1 - TAIL);
            }
            return new Interval(low, high);
        }
    }

    private static int[] usable(VectorStore store, int[] rows, String side) {
        int[] usable = IntStream.of(rows).filter(row -> !store.isExcluded(row)).toArray();
        if (usable.length == 0) {
            throw new Problem("", "there is no " + side + " document with a usable vector",
                    "Mark at least one " + side + " document.");
        }
        return usable;
    }

    private static double[][] curves(VectorStore store, float[] query, int[] rows, Progress progress) {
        double[][] curves = new double[rows.length][store.dimension()];
        PrefixCurves.scan(store, query, rows, Scoring.COSINE, progress,
                (index, curve) -> Arrays.setAll(curves[index], d -> curve[d]));
        return curves;
    }

    private static double[] mean(double[][] curves) {
        double[] mean = new double[curves[0].length];
        for (double[] curve : curves) {
            for (int d = 0; d < mean.length; d++) {
                mean[d] += curve[d] / curves.length;
            }
        }
        return mean;
    }
}
