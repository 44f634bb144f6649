package org.matryoscope.question.storage;

import java.util.Arrays;
import java.util.List;

import org.matryoscope.retrieval.KeptCurve;
import org.matryoscope.retrieval.StoredVectors;
import org.matryoscope.vector.NumberFormat;

/**
 * What one contender's vectors keep when they are stored smaller.
 *
 * @param dimension D
 * @param queries how many queries the means are over
 * @param formats by format, the given one first
 */
public record StorageCurves(int dimension, int queries, List<KeptInterval> formats) {
    /** Copies the list. */
    public StorageCurves {
        formats = List.copyOf(formats);
    }

    /** Returns the fewest bytes that keep a share, there and at every longer prefix. */
    public StoredVectors smallest(double threshold) {
        return smallest(threshold, 1);
    }

    /**
     * Returns the fewest bytes that keep a share, there and at every longer prefix, and are no shorter than is known from elsewhere.
     *
     * @param threshold the least share that is kept
     * @param least the least prefix length
     */
    public StoredVectors smallest(double threshold, int least) {
        return StoredVectors.smallest(
                formats.stream().map(KeptInterval::curve).map(curve -> curve.from(least)).toList(), threshold);
    }

    /** Returns the least prefix from which on a format keeps a share; D + 1 where it never does. */
    static int keptFrom(KeptCurve curve, double threshold) {
        int from = curve.prefixes()[curve.prefixes().length - 1] + 1;
        for (int p = curve.prefixes().length - 1; p >= 0 && curve.kept()[p] >= threshold; p--) {
            from = curve.prefixes()[p];
        }
        return from;
    }

    /** Returns the given vectors' format. */
    public NumberFormat given() {
        return formats.getFirst().curve().format();
    }

    /** Returns what is kept; unknown where it was not measured. */
    public Kept kept(NumberFormat format, int d) {
        return formats.stream()
                .filter(each -> each.curve().format() == format)
                .findFirst()
                .map(each -> at(each, Arrays.binarySearch(each.curve().prefixes(), d)))
                .orElse(Kept.UNKNOWN);
    }

    private static Kept at(KeptInterval each, int place) {
        return place < 0 ? Kept.UNKNOWN : new Kept(each.curve().kept()[place], each.low()[place], each.high()[place]);
    }

    /**
     * What is kept at one prefix.
     *
     * @param share the mean; NaN where it was not measured
     * @param low lower end of its 95 % interval
     * @param high upper end
     */
    public record Kept(double share, double low, double high) {
        static final Kept UNKNOWN = new Kept(Double.NaN, Double.NaN, Double.NaN);
    }
}
