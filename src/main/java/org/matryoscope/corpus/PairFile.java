package org.matryoscope.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.matryoscope.base.Count;
import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/** Reads tables of scored pairs; a text that stands in several pairs is one document. */
final class PairFile {
    private final TextFile file;
    private final PairColumns columns;
    private final Map<String, Integer> rows = new LinkedHashMap<>();
    private final List<ScoredPair> pairs = new ArrayList<>();

    private PairFile(TextFile file, PairColumns columns) {
        this.file = file;
        this.columns = columns;
    }

    /**
     * Reads a table.
     *
     * @param path the file
     * @param format how it is written
     * @param columns which columns to take
     * @param progress told in bytes; cancels
     * @throws Problem if it cannot be read, or a row has no text or no score; names the line
     */
    static Corpus read(Path path, TableFormat format, PairColumns columns, Progress progress) {
        PairFile reading = new PairFile(TextFile.open(path, format.charset(), progress), columns);
        Rows.forEach(reading.file, format, progress, reading::add);
        return reading.corpus();
    }

    private boolean add(Row row) {
        double score = PairColumns.number(cell(row, columns.score()))
                .orElseThrow(() -> new Problem(file.place(row.line()),
                        "“" + cell(row, columns.score()) + "” in the column “" + columns.score() + "” is no score",
                        "Write a number."));
        return pairs.add(new ScoredPair(document(row, columns.first()), document(row, columns.second()), score));
    }

    private int document(Row row, String column) {
        String text = cell(row, column).strip();
        if (text.isEmpty()) {
            throw new Problem(file.place(row.line()), "the column “" + column + "” holds no text",
                    "Write one, or leave the row out.");
        }
        return rows.computeIfAbsent(text, ignored -> rows.size());
    }

    private String cell(Row row, String column) {
        return row.cells().getOrDefault(column, "");
    }

    private Corpus corpus() {
        List<Document> documents = new ArrayList<>();
        rows.forEach((text, row) -> documents.add(new Document(Integer.toString(row + 1), text, List.of())));
        String description = "%s pairs of the columns “%s” and “%s” with scores of “%s”; %s texts.".formatted(
                Count.of(pairs.size()), columns.first(), columns.second(), columns.score(), Count.of(documents.size()));
        return new Corpus(file.path().getFileName().toString(), description, List.of(), List.copyOf(documents),
                List.of(), List.copyOf(pairs));
    }
}
