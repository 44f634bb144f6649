package org.matryoscope.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.vector.ExcludedRow;

/** Says which rows of a file of vectors cannot be compared with others, so that none vanishes without a word. */
final class LeftOut {
    /** How many are named. */
    static final int NAMED = 10;

    private LeftOut() {
    }

    /**
     * Counts and names them.
     *
     * @param texts a corpus and its vectors; null for none
     * @return a sentence; empty where all rows can be compared
     */
    static Optional<String> of(@Nullable EmbeddedCorpus texts) {
        if (texts == null || texts.store().excluded().isEmpty()) {
            return Optional.empty();
        }
        List<ExcludedRow> rows = texts.store().excluded();
        String named = rows.stream()
                .limit(NAMED)
                .map(row -> row.row() + " (“" + texts.corpus().documents().get(row.row()).id() + "”): " + row.reason())
                .collect(Collectors.joining("; "));
        return Optional.of(String.format(Locale.ROOT, "%s: %,d of %,d rows left out: %s%s.", texts.origin().name(),
                rows.size(), texts.store().rows(), named, rows.size() > NAMED ? "; …" : ""));
    }
}
