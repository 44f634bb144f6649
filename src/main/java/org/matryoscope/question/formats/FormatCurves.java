package org.matryoscope.question.formats;

import java.util.List;

import org.matryoscope.retrieval.KeptCurve;
import org.matryoscope.retrieval.StoredVectors;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.PrefixTops;

/**
 * Agreement of rankings by vectors in several number formats with those by the given vectors, at every prefix 1 … D (index
 * d − 1), in the mean over several queries.
 *
 * @param k depth of the overlap
 * @param dimension D
 * @param documents how many documents were ranked
 * @param queries how many queries: the one asked, and documents as queries, which are then left out of their own rankings
 * @param formats by format, from the given one to the smallest
 */
public record FormatCurves(int k, int dimension, int documents, int queries, List<FormatCurve> formats) {
    /**
     * The agreement of one format.
     *
     * @param format the format
     * @param sameD overlap@k with the given vectors cut at the same d, 0 … 1
     * @param full overlap@k with the given vectors at D, 0 … 1
     * @param fullLow lower end of the 95 % interval of {@code full}
     * @param fullHigh upper end
     */
    public record FormatCurve(NumberFormat format, double[] sameD, double[] full, double[] fullLow,
            double[] fullHigh) {}

    /**
     * Finds the storage of the fewest bytes that agrees with the given vectors at D, there and at every larger d.
     *
     * @param threshold the least overlap, 0 … 1
     * @return the storage; of several of the same size, the one with the higher agreement
     */
    public StoredVectors smallest(double threshold) {
        int[] prefixes = PrefixTops.everyPrefix(dimension);
        return StoredVectors.smallest(
                formats.stream().map(curve -> new KeptCurve(curve.format(), prefixes, curve.full())).toList(),
                threshold);
    }
}
