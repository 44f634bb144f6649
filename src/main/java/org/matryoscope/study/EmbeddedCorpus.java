package org.matryoscope.study;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.VectorStore;

/**
 * A corpus and its vectors.
 *
 * @param origin where the vectors come from
 * @param corpus the texts; row i of the store is document i
 * @param store N × D
 * @param cut rows whose text was longer than the model takes, ascending
 * @param copyOf what this is a copy of in another number format; null for the vectors as they were given
 */
public record EmbeddedCorpus(VectorOrigin origin, Corpus corpus, VectorStore store, int[] cut,
        @Nullable EmbeddedCorpus copyOf) {
    /** A corpus and its vectors as they were given. */
    public EmbeddedCorpus(VectorOrigin origin, Corpus corpus, VectorStore store, int[] cut) {
        this(origin, corpus, store, cut, null);
    }

    /** Returns the corpus with the vectors as they were given: this one, unless it is a copy. */
    public EmbeddedCorpus given() {
        return copyOf == null ? this : copyOf;
    }

    /**
     * Copies the given vectors into another number format.
     *
     * @param format the copy's
     * @param progress told of the columns converted; cancels
     * @return the copy; its store is the caller's to close, and the given one has to stay open beside it
     * @throws org.matryoscope.base.Problem if there is no room for the copy
     */
    public EmbeddedCorpus in(NumberFormat format, Progress progress) {
        return new EmbeddedCorpus(origin, corpus, given().store.in(format, progress), cut, given());
    }
}
