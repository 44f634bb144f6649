package org.matryoscope.question.stability;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.matryoscope.metric.MeanCurve;

/**
 * Agreement of the ranking at each prefix with the ranking at full dimension, for one query or in the mean over several.
 *
 * @param k depth of the overlap
 * @param prefixes the prefix lengths evaluated, ascending, ending with D
 * @param agreement by measure, its mean and 95 % interval at each prefix; the interval of one query is the point itself
 * @param overlaps by query, its overlap at each prefix
 * @param correlated how many documents τ-b and ρ look at: all of them, or where there are many a sample
 * @param documents how many documents have a usable vector
 */
public record StabilityCurve(int k, int[] prefixes, Map<Measure, MeanCurve> agreement, double[][] overlaps,
        int correlated, int documents) {
    /** The p of rank-biased overlap: 0.9 puts 86 % of the weight on the first ten ranks. */
    public static final double RBO_PERSISTENCE = 0.9;
    /** How many ranks rank-biased overlap looks at; those beyond carry less than a hundred-thousandth of the weight. */
    public static final int RBO_DEPTH = 100;

    /**
     * Takes the mean over several rotations drawn, with bands that span their intervals.
     *
     * @param draws at least one, over the same queries and prefixes
     */
    static StabilityCurve mean(List<StabilityCurve> draws) {
        StabilityCurve first = draws.getFirst();
        if (draws.size() == 1) {
            return first;
        }
        Map<Measure, MeanCurve> agreement = new EnumMap<>(Measure.class);
        first.agreement.keySet()
                .forEach(measure -> agreement.put(measure,
                        MeanCurve.spanning(draws.stream().map(draw -> draw.of(measure)).toList())));
        double[][] overlaps = new double[first.queries()][first.prefixes.length];
        for (int query = 0; query < overlaps.length; query++) {
            for (int p = 0; p < first.prefixes.length; p++) {
                for (StabilityCurve draw : draws) {
                    overlaps[query][p] += draw.overlaps[query][p] / draws.size();
                }
            }
        }
        return new StabilityCurve(first.k, first.prefixes, agreement, overlaps, first.correlated, first.documents);
    }

    /** Returns whether there is more than one number behind each mean, so that it has an interval. */
    boolean hasInterval() {
        MeanCurve overlap = of(Measure.OVERLAP);
        return queries() > 1 || !Arrays.equals(overlap.low(), overlap.high());
    }

    /** Returns how many queries the means are over. */
    public int queries() {
        return overlaps.length;
    }

    /** Returns one measure. */
    public MeanCurve of(Measure measure) {
        return Objects.requireNonNull(agreement.get(measure));
    }

    /** Returns the means of one measure, by prefix. */
    public double[] mean(Measure measure) {
        return of(measure).mean();
    }

    /**
     * Compares the overlap with another contender's over the same queries, query by query.
     *
     * @param other the other's curve
     * @param d a prefix length that both have
     * @return this one's mean minus the other's, with its 95 % interval, at one point
     */
    MeanCurve overlapAbove(StabilityCurve other, int d) {
        return MeanCurve.difference(column(d), other.column(d), StabilityStudy.SEED);
    }

    private double[][] column(int d) {
        int at = Arrays.binarySearch(prefixes, d);
        return Stream.of(overlaps).map(overlap -> new double[]{overlap[at]}).toArray(double[][]::new);
    }

    /** Says whether a prefix was evaluated. */
    boolean has(int d) {
        return Arrays.binarySearch(prefixes, d) >= 0;
    }

    /** Returns D. */
    public int dimension() {
        return prefixes[prefixes.length - 1];
    }

    /**
     * Finds the smallest stable prefix: the least d with overlap@k ≥ threshold for every d' ≥ d.
     *
     * @param threshold 0 … 1
     * @return the prefix length
     */
    public int smallestStablePrefix(double threshold) {
        double[] overlap = mean(Measure.OVERLAP);
        int at = prefixes.length - 1;
        while (at > 0 && overlap[at - 1] >= threshold) {
            at--;
        }
        return prefixes[at];
    }
}
