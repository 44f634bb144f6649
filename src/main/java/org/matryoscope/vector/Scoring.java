package org.matryoscope.vector;

/** How a cut document is scored against a cut query; both have length 1 at full dimension. */
public enum Scoring {
    /**
     * The cosine of the two prefixes, that is, prefixes re-normalised after the cut; 0 where either prefix is all zero.
     */
    COSINE,
    /** The dot product of the two prefixes as they are after the cut, whose lengths are at most 1. */
    DOT
}
