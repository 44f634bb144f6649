package org.matryoscope.corpus.vectors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.matryoscope.base.Problem;
import org.matryoscope.corpus.Document;

/** Collects the documents of a file row by row; numbers them where they have no ids, and refuses an id that comes twice. */
final class Documents {
    private final Path file;
    private final boolean hasIds;
    private final List<Document> documents = new ArrayList<>();
    private final Map<String, Integer> rowById = new HashMap<>();

    /**
     * Starts with no document.
     *
     * @param file for messages
     * @param hasIds whether rows have ids of their own
     */
    Documents(Path file, boolean hasIds) {
        this.file = file;
        this.hasIds = hasIds;
    }

    /**
     * Adds the next row.
     *
     * @param text its text, "" where there is none
     * @param id its id; ignored where rows have none
     * @param labels its labels, coarse to fine
     * @throws Problem if the id has come before
     */
    void add(String text, String id, List<String> labels) {
        int row = documents.size() + 1;
        if (hasIds) {
            Integer before = rowById.putIfAbsent(id, row);
            if (before != null) {
                throw new Problem(file + ", row " + row, "the id “" + id + "” stands in row " + before + " already",
                        "Choose another field for the id, or none.");
            }
        }
        documents.add(new Document(hasIds ? id : Integer.toString(row), text.strip(), labels));
    }

    List<Document> list() {
        return List.copyOf(documents);
    }
}
