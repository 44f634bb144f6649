package org.matryoscope.vector;

/**
 * The first rows of a ranking.
 *
 * @param rows best first, ties by row
 * @param scores their scores, descending
 */
public record TopRows(int[] rows, float[] scores) {}
