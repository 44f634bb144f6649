package org.matryoscope.question.scores;

/**
 * Score against prefix for chosen documents.
 *
 * @param rows the documents
 * @param renormalised cosine of re-normalised prefixes, or plain dot product
 * @param score {@code score[i][d-1]} = score of {@code rows[i]} at prefix d
 */
public record ScoreCurves(int[] rows, boolean renormalised, float[][] score) {}
