package org.matryoscope.question;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.QueryAnswer;
import org.matryoscope.study.QueryMeans;

/**
 * A set of vectors to ask about, as it was given.
 *
 * @param side A or B
 * @param texts the corpus and its vectors
 * @param query the query asked; null where there is none
 * @param means finds the vectors of further queries
 */
public record Subject(Side side, EmbeddedCorpus texts, @Nullable AskedQuery query, QueryMeans means) {
    /** Returns D. */
    public int dimension() {
        return texts.store().dimension();
    }

    /**
     * Returns the query asked.
     *
     * @throws Problem if there is none
     */
    public AskedQuery asked() {
        if (query == null) {
            throw new Problem("query", "none is asked", "Type a query.");
        }
        return query;
    }

    /** Returns the same query over other vectors of the same texts. */
    public Subject over(EmbeddedCorpus others) {
        return new Subject(side, others, query, means);
    }

    /**
     * Finds the vector of a query.
     *
     * @param text the query
     * @param progress cancels an encoding
     * @return D entries
     * @throws org.matryoscope.base.Problem if it has none
     */
    public float[] vector(String text, Progress progress) {
        if (query != null && query.text().equals(text)) {
            return query.vector();
        }
        return switch (means.find(text, progress)) {
            case QueryAnswer.Found found -> found.vector();
            case QueryAnswer.None none -> throw none.problem();
        };
    }
}
