package org.matryoscope.app.state;

/** What stands beside model A's ranking at the prefix. */
public enum Beside {
    /** Model A's order at full dimension. */
    FULL_DIMENSION,
    /** Model B's ranking at the same prefix. */
    MODEL_B
}
