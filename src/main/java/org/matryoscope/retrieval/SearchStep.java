package org.matryoscope.retrieval;

/**
 * One step of a search: the documents that are left are ranked by a prefix, and the best are kept.
 *
 * @param d the prefix length, at least 1
 * @param keep how many are kept, at least 1
 */
public record SearchStep(int d, int keep) {}
