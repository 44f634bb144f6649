package org.matryoscope.study;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.Document;

/** Finds which text of a corpus each row of a file of vectors belongs to. */
final class RowMatch {
    private static final String REMEDY = "Open it as a corpus of its own, or choose a file of the same texts.";

    private RowMatch() {
    }

    /**
     * Checks that a file has as many rows as a corpus has texts.
     *
     * @throws Problem if it has not; names both numbers
     */
    static void requireSameSize(Path file, int rows, Corpus corpus) {
        if (rows != corpus.documents().size()) {
            throw new Problem(file.toString(), String.format(Locale.ROOT, "it has %,d rows, and “%s” has %,d texts",
                    rows, corpus.name(), corpus.documents().size()), REMEDY);
        }
    }

    /**
     * Matches rows by their ids where the corpus knows any of them, else by their order.
     *
     * @param file for messages
     * @param own the documents of the file, one a row
     * @param hasIds whether their ids were read from the file
     * @param hasTexts whether their texts were read from the file
     * @param corpus the texts they should belong to
     * @return the corpus's row of each row of the file; null if the order is the same
     * @throws Problem if the numbers, the ids or most of the texts differ
     */
    static int @Nullable [] of(Path file, List<Document> own, boolean hasIds, boolean hasTexts, Corpus corpus) {
        requireSameSize(file, own.size(), corpus);
        int[] byId = hasIds ? byId(file, own, corpus) : null;
        if (byId == null && hasTexts && corpus.hasTexts()) {
            requireSameTexts(file, own, corpus);
        }
        return byId == null || isIdentity(byId) ? null : byId;
    }

    /** Null where no id is known: the corpus and the file then do not use the same ids. */
    private static int @Nullable [] byId(Path file, List<Document> own, Corpus corpus) {
        Map<String, Integer> rowOf = new HashMap<>();
        for (int row = 0; row < own.size(); row++) {
            rowOf.put(corpus.documents().get(row).id(), row);
        }
        int[] rows = own.stream().mapToInt(document -> rowOf.getOrDefault(document.id(), -1)).toArray();
        int known = 0;
        int unknown = -1;
        for (int row = 0; row < rows.length; row++) {
            if (rows[row] >= 0) {
                known++;
            } else if (unknown < 0) {
                unknown = row;
            }
        }
        if (known == 0) {
            return null;
        }
        if (unknown >= 0) {
            throw new Problem(file + ", row " + (unknown + 1),
                    "“" + corpus.name() + "” has no text with the id “" + own.get(unknown).id() + "”", REMEDY);
        }
        return rows;
    }

    private static void requireSameTexts(Path file, List<Document> own, Corpus corpus) {
        int differing = 0;
        int first = -1;
        for (int row = 0; row < own.size(); row++) {
            if (!own.get(row).text().strip().equals(corpus.documents().get(row).text().strip())) {
                differing++;
                first = first < 0 ? row : first;
            }
        }
        // A few may have been edited since; where most differ, rows of one text would be compared with those of another.
        if (2 * differing > own.size()) {
            throw new Problem(
                    file + ", row " + (first + 1), String.format(Locale.ROOT,
                            "its texts are not those of “%s”: %,d of %,d differ", corpus.name(), differing, own.size()),
                    REMEDY);
        }
    }

    private static boolean isIdentity(int[] rows) {
        for (int row = 0; row < rows.length; row++) {
            if (rows[row] != row) {
                return false;
            }
        }
        return true;
    }
}
