package org.matryoscope.question;

/** What an answer depends on beside the contenders' vectors and the options; when it changes, the question is asked again. */
public enum Input {
    /** The query asked. */
    QUERY,
    /** The documents that are selected. */
    SELECTION,
    /** Whether prefixes are re-normalised. */
    NORM
}
