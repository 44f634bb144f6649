package org.matryoscope.bench;

/**
 * How large the vectors are that the targets are stated for.
 *
 * @param rows N in float32
 * @param dimension D in float32
 * @param int8Rows N in int8
 * @param int8Dimension D in int8
 */
record Sizes(int rows, int dimension, int int8Rows, int int8Dimension) {
    /** The sizes of the targets, their rows divided for a quick trial. */
    static Sizes dividedBy(int divisor) {
        return new Sizes(1_000_000 / divisor, 768, 10_000_000 / divisor, 256);
    }
}
