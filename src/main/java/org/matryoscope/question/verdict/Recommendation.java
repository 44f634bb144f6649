package org.matryoscope.question.verdict;

import org.matryoscope.retrieval.StoredVectors;

/**
 * What to store.
 *
 * @param contender its index among those asked about
 * @param stored the prefix and the number format
 * @param why a sentence
 */
record Recommendation(int contender, StoredVectors stored, String why) {}
