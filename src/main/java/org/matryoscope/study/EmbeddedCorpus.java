package org.matryoscope.study;

import org.matryoscope.corpus.Corpus;
import org.matryoscope.model.ModelProfile;
import org.matryoscope.vector.VectorStore;

/**
 * A corpus and its vectors under one model.
 *
 * @param model the model that made the vectors
 * @param corpus the texts; row i of the store is document i
 * @param store N × D
 * @param cut rows whose text was longer than the model takes, ascending
 */
public record EmbeddedCorpus(ModelProfile model, Corpus corpus, VectorStore store, int[] cut) {}
