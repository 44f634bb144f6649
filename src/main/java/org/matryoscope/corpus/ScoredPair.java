package org.matryoscope.corpus;

/**
 * Two documents and how alike people find them.
 *
 * @param first the row of one
 * @param second the row of the other
 * @param score in any unit; higher for more alike
 */
public record ScoredPair(int first, int second, double score) {}
