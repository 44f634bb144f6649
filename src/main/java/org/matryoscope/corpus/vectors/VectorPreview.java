package org.matryoscope.corpus.vectors;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a file holds, with a proposal, for the user to look at and change before the file is read.
 *
 * @param file the file
 * @param fields what it holds; at least one holds vectors
 * @param proposed what seems to be what
 * @param firstRows at most {@link #ROWS} rows, one cell a field in the order of {@code fields}, "" where a field has no such
 *     row; vectors shortened like "[0.12, -0.03, … 384 numbers]"
 * @param notes what was left out and why, a sentence each; mostly empty
 * @param queries the field of the vectors of queries that belong to those proposed, as benchmarks have; null where there is none
 * @param tables the tables of a database, of which the one read is named in the proposal; empty for other files
 * @param assumed what was guessed of how the file is written, a clause each; empty where the file says it itself
 */
public record VectorPreview(Path file, List<VectorField> fields, VectorChoice proposed, List<List<String>> firstRows,
        List<String> notes, @Nullable String queries, List<String> tables, List<String> assumed) {
    /** How many rows a preview shows at most. */
    public static final int ROWS = 50;
}
