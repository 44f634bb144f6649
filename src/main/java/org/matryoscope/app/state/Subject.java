package org.matryoscope.app.state;

import org.matryoscope.study.EmbeddedCorpus;

/**
 * One model's corpus and query, both encoded: all that a view needs to ask its question.
 *
 * @param side which model
 * @param embedded the corpus's vectors
 * @param queryText the query that was encoded
 * @param query its vector, D entries
 * @param queryRow the row whose vector the query is; −1 where it is none of the corpus's
 */
public record Subject(Side side, EmbeddedCorpus embedded, String queryText, float[] query, int queryRow) {
    /** Asks a query that is not a row of the corpus. */
    public Subject(Side side, EmbeddedCorpus embedded, String queryText, float[] query) {
        this(side, embedded, queryText, query, -1);
    }

    /** Returns D. */
    public int dimension() {
        return embedded.store().dimension();
    }

    /** Returns the same query over other vectors of the same texts. */
    public Subject over(EmbeddedCorpus texts) {
        return new Subject(side, texts, queryText, query, queryRow);
    }
}
