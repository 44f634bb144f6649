package org.matryoscope.retrieval;

import java.util.List;

import org.matryoscope.vector.NumberFormat;

/**
 * Vectors cut at a prefix and kept in a number format; an index around them is not counted.
 *
 * @param format the number format
 * @param d the prefix length
 */
public record StoredVectors(NumberFormat format, int d) {
    private static final double BYTES_PER_GB = 1e9;

    /** Returns the bytes of a vector: d · bits / 8. */
    public long bytesPerVector() {
        return format.bytesPerVector(d);
    }

    /** Returns the bytes of so many vectors. */
    public long bytes(long documents) {
        return documents * bytesPerVector();
    }

    /**
     * Returns what so many vectors cost a month.
     *
     * @param documents how many
     * @param price of a GB (of 10⁹ bytes) for a month
     */
    public double monthly(long documents, double price) {
        return bytes(documents) / BYTES_PER_GB * price;
    }

    /**
     * Finds the fewest bytes that keep enough, there and at every longer prefix.
     *
     * @param curves by format, the full vectors' first; all end with D
     * @param threshold the least share that is kept
     * @return what to store: of several of the same size the one that keeps most; full vectors where nothing smaller will do
     */
    public static StoredVectors smallest(List<KeptCurve> curves, double threshold) {
        KeptCurve full = curves.getFirst();
        StoredVectors best = full.at(full.prefixes().length - 1);
        double kept = full.kept()[full.kept().length - 1];
        for (KeptCurve curve : curves) {
            for (int p = curve.prefixes().length - 1; p >= 0 && curve.kept()[p] >= threshold; p--) {
                StoredVectors stored = curve.at(p);
                int smaller = Long.compare(best.bytesPerVector(), stored.bytesPerVector());
                if (smaller > 0 || (smaller == 0 && curve.kept()[p] > kept)) {
                    best = stored;
                    kept = curve.kept()[p];
                }
            }
        }
        return best;
    }
}
