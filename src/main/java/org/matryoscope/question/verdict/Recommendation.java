package org.matryoscope.question.verdict;

import org.matryoscope.retrieval.StoredVectors;

/**
 * What to store.
 *
 * @param contender its index among those asked about
 * @param stored the prefix and the number format
 * @param kept the share that this keeps, of what full vectors of the best contender do
 * @param why a sentence
 */
record Recommendation(int contender, StoredVectors stored, double kept, String why) {}
