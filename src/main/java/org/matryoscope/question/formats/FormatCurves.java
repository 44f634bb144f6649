package org.matryoscope.question.formats;

import java.util.List;

import org.matryoscope.vector.NumberFormat;

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
     * Vectors of one format cut at one prefix.
     *
     * @param curve the format
     * @param d the prefix
     */
    public record Storage(FormatCurve curve, int d) {
        /** Returns the bytes of a vector. */
        public long bytes() {
            return curve.format().bytesPerVector(d);
        }

        /** Returns the overlap with the given vectors at D. */
        public double agreement() {
            return curve.full()[d - 1];
        }
    }

    /**
     * Finds the storage of the fewest bytes that agrees with the given vectors at D, there and at every larger d.
     *
     * @param threshold the least overlap, 0 … 1
     * @return the storage; of several of the same size, the one with the higher agreement
     */
    public Storage smallest(double threshold) {
        Storage best = new Storage(formats.getFirst(), dimension);
        for (FormatCurve curve : formats) {
            for (int d = dimension; d >= 1 && curve.full()[d - 1] >= threshold; d--) {
                Storage storage = new Storage(curve, d);
                boolean smaller = storage.bytes() < best.bytes();
                if (smaller || (storage.bytes() == best.bytes() && storage.agreement() > best.agreement())) {
                    best = storage;
                }
            }
        }
        return best;
    }
}
