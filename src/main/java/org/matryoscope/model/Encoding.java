package org.matryoscope.model;

/**
 * The vectors of a list of texts.
 *
 * @param vectors one row of D entries a text, in the order of the texts; after all modules of the model, not truncated
 * @param cut the indices of the texts that were longer than the model takes, ascending
 */
public record Encoding(float[][] vectors, int[] cut) {}
