package org.matryoscope.app.state;

import org.matryoscope.study.EmbeddedCorpus;

/**
 * One model's corpus and query, both encoded: all that a view needs to ask its question.
 *
 * @param side which model
 * @param embedded the corpus's vectors
 * @param queryText the query that was encoded
 * @param query its vector, D entries
 */
public record Subject(Side side, EmbeddedCorpus embedded, String queryText, float[] query) {
    /** Returns D. */
    public int dimension() {
        return embedded.store().dimension();
    }
}
