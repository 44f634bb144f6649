package org.matryoscope.retrieval;

/**
 * The ranking of every document for one query at one prefix.
 *
 * @param d the prefix length
 * @param renormalised whether scores are cosines of re-normalised prefixes, or plain dot products of the cut vectors
 * @param order rows, best first; ties by row; excluded rows are left out
 * @param score score by row; NaN for excluded rows
 * @param fullOrder rows in the order at d = D (always re-normalised), best first
 * @param fullRank by row, its rank in {@code fullOrder}, from 0; −1 for excluded rows
 * @param fullScore by row, the cosine at d = D; NaN for excluded rows
 */
public record RankingAt(int d, boolean renormalised, int[] order, float[] score, int[] fullOrder, int[] fullRank,
        float[] fullScore) {}
