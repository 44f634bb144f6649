package org.matryoscope.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/**
 * The first rows of a table and what its columns seem to be, for the user to look at and change before the file is read.
 *
 * @param format how the file was read; {@code of} with another format shows the file anew
 * @param columns the names of the columns
 * @param rows at most {@link #ROWS} rows, one cell a column ("" where a key is missing)
 * @param proposed the columns that seem to hold text, id and labels
 */
public record TablePreview(TableFormat format, List<String> columns, List<List<String>> rows, ColumnChoice proposed) {
    /** How many rows a preview shows at most. */
    public static final int ROWS = 100;

    /**
     * Looks into a table.
     *
     * @param path the file
     * @param format how to read it
     * @return its first rows and a proposal
     * @throws Problem if it cannot be read, or has no row
     */
    public static TablePreview of(Path path, TableFormat format) {
        List<Row> rows = new ArrayList<>();
        Rows.forEach(TextFile.open(path, format.charset(), Progress.NONE), format, Progress.NONE, row -> {
            rows.add(row);
            return rows.size() < ROWS;
        });
        if (rows.isEmpty()) {
            throw new Problem(path.toString(), "the table has no row", "Choose a file with at least one text.");
        }
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.cells().keySet()));
        List<List<String>> cells = rows.stream()
                .map(row -> columns.stream().map(column -> row.cells().getOrDefault(column, "")).toList())
                .toList();
        return new TablePreview(format, List.copyOf(columns), cells, ColumnGuess.of(List.copyOf(columns), cells));
    }
}
