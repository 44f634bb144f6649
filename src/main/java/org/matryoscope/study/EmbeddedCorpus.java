package org.matryoscope.study;

import org.matryoscope.corpus.Corpus;
import org.matryoscope.vector.VectorStore;

/**
 * A corpus and its vectors.
 *
 * @param origin where the vectors come from
 * @param corpus the texts; row i of the store is document i
 * @param store N × D
 * @param cut rows whose text was longer than the model takes, ascending
 */
public record EmbeddedCorpus(VectorOrigin origin, Corpus corpus, VectorStore store, int[] cut) {}
