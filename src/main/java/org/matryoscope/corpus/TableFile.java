package org.matryoscope.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/** Reads .csv, .tsv and .jsonl files with chosen columns. Rows whose text is blank are left out, and counted. */
public final class TableFile {
    private final TextFile file;
    private final ColumnChoice choice;
    private final List<Document> documents = new ArrayList<>();
    private final Map<String, Long> lineById = new HashMap<>();
    private int blank;

    private TableFile(TextFile file, ColumnChoice choice) {
        this.file = file;
        this.choice = choice;
    }

    /**
     * Reads a table.
     *
     * @param path the file
     * @param format how it is written
     * @param choice which columns to take
     * @param progress told in bytes; cancels
     * @return the corpus; its levels are the names of the label columns
     * @throws Problem if it cannot be read, a row is ragged or malformed, a column is missing, or an id stands there twice;
     *         names the line
     */
    public static Corpus read(Path path, TableFormat format, ColumnChoice choice, Progress progress) {
        TableFile reading = new TableFile(TextFile.open(path, format.charset(), progress), choice);
        Rows.forEach(reading.file, format, progress, reading::add);
        return reading.corpus();
    }

    private boolean add(Row row) {
        String text = required(row, choice.text());
        if (text.isBlank()) {
            blank++;
            return true;
        }
        String id = choice.id() == null ? Long.toString(row.line()) : required(row, choice.id());
        Long before = lineById.putIfAbsent(id, row.line());
        if (before != null) {
            throw new Problem(file.place(row.line()), "the id “" + id + "” stands in line " + before + " already",
                    "Choose another column for the id, or none.");
        }
        List<String> labels = choice.levels()
                .stream()
                .map(level -> row.cells().getOrDefault(level, "").strip())
                .toList();
        return documents.add(new Document(id, text.strip(), labels));
    }

    private String required(Row row, String column) {
        String cell = row.cells().get(column);
        if (cell == null) {
            throw new Problem(file.place(row.line()), "there is no “" + column + "” here",
                    "Choose a column that every row has: " + String.join(", ", row.cells().keySet()) + ".");
        }
        return cell;
    }

    private Corpus corpus() {
        if (documents.isEmpty()) {
            throw new Problem(file.path().toString(), "the column “" + choice.text() + "” holds no text",
                    "Choose the column that holds the texts.");
        }
        String left = blank == 0 ? "" : String.format(Locale.ROOT, " Rows without text, left out: %,d.", blank);
        String description = String.format(Locale.ROOT, "%,d texts of the column “%s”.", documents.size(),
                choice.text());
        return new Corpus(file.path().getFileName().toString(), description + left, choice.levels(),
                List.copyOf(documents), List.of());
    }
}
