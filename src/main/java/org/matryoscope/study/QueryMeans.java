package org.matryoscope.study;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.NumberedDocuments;
import org.matryoscope.model.Encoder;
import org.matryoscope.vector.ExcludedRow;

/**
 * What turns a query into a vector, in this order: "#" and the id of a text stands for that text's own vector, a name in the
 * file of query vectors for the vector there, and any other text is encoded where there is a model.
 *
 * @param texts the corpus and its vectors
 * @param given vectors of queries, if a file of them is open
 * @param encoder the model, if there is one
 * @param embedder encodes queries through the cache
 */
public record QueryMeans(EmbeddedCorpus texts, @Nullable QueryVectors given, @Nullable Encoder encoder,
        CorpusEmbedder embedder) {
    private static final String ROW_MARK = "#";

    /** Returns the query that stands for a text's own vector. */
    public static String ofRow(Corpus corpus, int row) {
        return ROW_MARK + corpus.documents().get(row).id();
    }

    /**
     * Finds the row that a query stands for; looks through all ids, so not for the FX thread.
     *
     * @param corpus the texts
     * @param query the query
     * @return the row; −1 where it stands for none
     */
    public static int row(Corpus corpus, String query) {
        String typed = query.strip();
        if (!typed.startsWith(ROW_MARK)) {
            return -1;
        }
        String id = typed.substring(ROW_MARK.length()).strip();
        if (corpus.documents() instanceof NumberedDocuments numbered) {
            return id.matches("[0-9]{1,9}") && Integer.parseInt(id) < numbered.size() ? Integer.parseInt(id) : -1;
        }
        for (int row = 0; row < corpus.documents().size(); row++) {
            if (corpus.documents().get(row).id().equals(id)) {
                return row;
            }
        }
        return -1;
    }

    /**
     * Finds the vector of a query.
     *
     * @param query what was asked
     * @param progress cancels an encoding
     * @return the vector, or why there is none
     * @throws org.matryoscope.base.Problem if the model cannot encode it
     */
    public QueryAnswer find(String query, Progress progress) {
        int row = row(texts.corpus(), query);
        if (row >= 0) {
            return texts.store().isExcluded(row)
                    ? new QueryAnswer.None("“%s” has no usable vector: %s".formatted(query.strip(), reason(row)),
                            "Choose another row.")
                    : new QueryAnswer.Found(texts.store().row(row), row);
        }
        float[] vector = given == null ? null : given.find(query.strip());
        if (vector == null && encoder != null) {
            vector = embedder.embedQuery(encoder, query, progress);
        }
        return vector != null ? new QueryAnswer.Found(vector, -1) : none(query);
    }

    private String reason(int row) {
        return texts.store()
                .excluded()
                .stream()
                .filter(excluded -> excluded.row() == row)
                .map(ExcludedRow::reason)
                .findFirst()
                .orElse("");
    }

    private QueryAnswer none(String query) {
        String name = texts.origin().name();
        return query.strip().startsWith(ROW_MARK)
                ? new QueryAnswer.None("%s has no row “%s”".formatted(name, query.strip()), "Type the id of another.")
                : new QueryAnswer.None("%s has no model to encode words".formatted(name),
                        "Type # and the id of a row, open query vectors, or attach its model.");
    }
}
