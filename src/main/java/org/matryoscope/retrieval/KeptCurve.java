package org.matryoscope.retrieval;

import java.util.Arrays;

import org.matryoscope.vector.NumberFormat;

/**
 * How much of what full vectors do is kept by vectors of one number format cut at several prefixes.
 *
 * @param format the number format
 * @param prefixes prefix lengths, ascending
 * @param kept by prefix, the share that is kept; 1 for all of it
 */
public record KeptCurve(NumberFormat format, int[] prefixes, double[] kept) {
    /** Returns what is kept at a place in {@link #prefixes}. */
    StoredVectors at(int place) {
        return new StoredVectors(format, prefixes[place]);
    }

    /** Returns the same without the prefixes shorter than d; D always stays. */
    public KeptCurve from(int d) {
        int at = 0;
        while (at < prefixes.length - 1 && prefixes[at] < d) {
            at++;
        }
        return new KeptCurve(format, Arrays.copyOfRange(prefixes, at, prefixes.length),
                Arrays.copyOfRange(kept, at, kept.length));
    }
}
