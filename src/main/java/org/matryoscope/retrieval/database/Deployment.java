package org.matryoscope.retrieval.database;

import org.jspecify.annotations.Nullable;

import org.matryoscope.retrieval.SearchStep;
import org.matryoscope.vector.NumberFormat;

/**
 * How vectors are to be stored and searched. They are put in as "cut" writes them: d entries, re-normalised.
 *
 * @param d how many dimensions are stored
 * @param format the number format
 * @param first the first of two steps of a search, of a shorter prefix than d; null to search in one
 * @param k how many documents are wanted
 */
public record Deployment(int d, NumberFormat format, @Nullable SearchStep first, int k) {
    /** Checks that the first step is shorter. */
    public Deployment {
        if (first != null && first.d() >= d) {
            throw new IllegalArgumentException("a first step of " + first.d() + " dimensions before " + d);
        }
    }

    /** Returns the first step's prefix length; d where there is one step. */
    int firstD() {
        return first == null ? d : first.d();
    }

    /** Returns how many the first step keeps; k where there is one step. */
    int shortlist() {
        return first == null ? k : first.keep();
    }

    /** Returns how many of the best by their signs are ranked again: signs tell little apart, so ten times k where no shortlist was measured. */
    int oversampled() {
        return first == null ? 10 * k : first.keep();
    }

    /** Returns a number of signs, filled up to whole bytes. */
    int wholeBytes(int signs) {
        return Math.ceilDiv(signs, Byte.SIZE) * Byte.SIZE;
    }
}
