package org.matryoscope.corpus;

import java.util.List;

/**
 * Documents with optional labels and judged queries. A document's position in the list is its row everywhere else.
 *
 * @param name the name to show
 * @param description one sentence on what it is
 * @param levels the names of the label levels, coarse to fine ("field", "topic"); empty without labels
 * @param documents the documents, at least one
 * @param queries judged queries; may be empty
 * @param pairs pairs of documents with scores; may be empty
 */
public record Corpus(String name, String description, List<String> levels, List<Document> documents,
        List<JudgedQuery> queries, List<ScoredPair> pairs) {
    /** A corpus without scored pairs. */
    public Corpus(String name, String description, List<String> levels, List<Document> documents,
            List<JudgedQuery> queries) {
        this(name, description, levels, documents, queries, List.of());
    }

    /** Says whether there are texts that a model can encode, and not only numbered rows. */
    public boolean hasTexts() {
        return !(documents instanceof NumberedDocuments);
    }
}
