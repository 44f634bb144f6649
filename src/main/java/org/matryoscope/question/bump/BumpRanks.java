package org.matryoscope.question.bump;

/**
 * Ranks of chosen documents across prefixes.
 *
 * @param prefixes the prefix lengths, ascending
 * @param rows the documents, in their order at D
 * @param rank {@code rank[i][j]} = rank, from 1, of {@code rows[i]} at {@code prefixes[j]}
 */
public record BumpRanks(int[] prefixes, int[] rows, int[][] rank) {}
