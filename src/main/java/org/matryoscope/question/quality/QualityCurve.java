package org.matryoscope.question.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.matryoscope.metric.MeanCurve;

/**
 * Quality of one contender's rankings by prefix.
 *
 * @param prefixes the prefix lengths, ascending, ending with D
 * @param queries how many queries, or scored pairs, they are measured over
 * @param values by measure, its mean and 95 % interval at each prefix
 * @param shares the same as shares of the mean at D
 * @param perQuery by measure, query and prefix; empty for pairs
 */
public record QualityCurve(int[] prefixes, int queries, Map<QualityMeasure, MeanCurve> values,
        Map<QualityMeasure, MeanCurve> shares, Map<QualityMeasure, double[][]> perQuery) {
    /** Returns the measures that there are. */
    public List<QualityMeasure> measures() {
        return values.keySet().stream().sorted().toList();
    }

    /** Returns one measure. */
    public MeanCurve of(QualityMeasure measure) {
        return Objects.requireNonNull(values.get(measure));
    }

    /** Returns one measure as a share of its mean at full size. */
    public MeanCurve share(QualityMeasure measure) {
        return Objects.requireNonNull(shares.get(measure));
    }

    /** Returns D. */
    public int dimension() {
        return prefixes[prefixes.length - 1];
    }

    /**
     * Finds the least prefix from which on a share of the quality at full size is always kept.
     *
     * @param measure the measure
     * @param share 0 … 1
     */
    public int smallestPrefix(QualityMeasure measure, double share) {
        double[] kept = share(measure).mean();
        int at = prefixes.length - 1;
        while (at > 0 && kept[at - 1] >= share) {
            at--;
        }
        return prefixes[at];
    }

    /** Returns the share of steps from prefix to prefix at which a measure does not fall, 0 … 1. */
    public double monotone(QualityMeasure measure) {
        double[] mean = of(measure).mean();
        long steps = IntStream.range(1, mean.length).filter(i -> mean[i] >= mean[i - 1]).count();
        return mean.length == 1 ? 1 : (double) steps / (mean.length - 1);
    }

    /** Returns the largest fall of a measure from one prefix to the next, at least 0. */
    public double largestFall(QualityMeasure measure) {
        double[] mean = of(measure).mean();
        return Math.max(0, IntStream.range(1, mean.length).mapToDouble(i -> mean[i - 1] - mean[i]).max().orElse(0));
    }

    /** Returns the place of a prefix; negative where it was not measured. */
    int at(int d) {
        return Arrays.binarySearch(prefixes, d);
    }
}
