package org.matryoscope.corpus;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Guesses from names and cells which columns hold the text, the id and the labels. */
public final class ColumnGuess {
    private static final List<String> TEXT = List.of("text", "sentence", "passage", "content", "body", "document",
            "question", "query", "utterance", "message", "abstract", "description", "title");
    private static final List<String> ID = List.of("id", "_id", "docid", "doc_id", "document_id", "key", "uuid");
    private static final Pattern LABEL = Pattern.compile(
            "labels?\\b.*|category|class|field|topic|subtopic|domain|intent|group|subject|section|subcategory|level\\b.*");

    private final List<String> columns;
    private final List<List<String>> rows;

    private ColumnGuess(List<String> columns, List<List<String>> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * Proposes what each column is.
     *
     * @param columns the columns' names, at least one
     * @param rows the first rows, one cell a column
     * @return the proposal
     */
    public static ColumnChoice of(List<String> columns, List<List<String>> rows) {
        ColumnGuess guess = new ColumnGuess(columns, rows);
        Optional<Integer> id = guess.id();
        int text = guess.text(id);
        List<String> levels = IntStream.range(0, columns.size())
                .filter(column -> column != text && id.filter(each -> each == column).isEmpty()
                        && guess.isLabel(column))
                .boxed()
                .sorted(Comparator.comparingLong(guess::distinct))
                .map(columns::get)
                .toList();
        return new ColumnChoice(columns.get(text), id.map(columns::get).orElse(null), levels);
    }

    /** Says whether a text is what columns of texts, ids or labels are usually called. */
    static boolean isUsualName(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return TEXT.contains(lower) || TEXT.stream().anyMatch(each -> lower.equals(each + "s")) || ID.contains(lower)
                || LABEL.matcher(lower).matches();
    }

    private Optional<Integer> id() {
        return named(ID).filter(column -> distinct(column) == rows.size());
    }

    private int text(Optional<Integer> id) {
        return named(TEXT).orElseGet(() -> IntStream.range(0, columns.size())
                .filter(column -> columns.size() == 1 || id.filter(each -> each == column).isEmpty())
                .boxed()
                .max(Comparator.comparingLong(this::length))
                .orElse(0));
    }

    private Optional<Integer> named(List<String> names) {
        List<String> lower = columns.stream().map(column -> column.toLowerCase(Locale.ROOT)).toList();
        return names.stream()
                .flatMap(name -> Stream.of(name, name + "s"))
                .map(lower::indexOf)
                .filter(column -> column >= 0)
                .findFirst();
    }

    /** Known by its name, or by words that come again and again. */
    private boolean isLabel(int column) {
        boolean words = rows.stream().noneMatch(row -> CsvSniffer.isNumber(row.get(column)));
        boolean repeated = rows.size() >= 4 && distinct(column) * 2 <= rows.size();
        return LABEL.matcher(columns.get(column).toLowerCase(Locale.ROOT)).matches() || (words && repeated);
    }

    private long distinct(int column) {
        return rows.stream().map(row -> row.get(column)).distinct().count();
    }

    private long length(int column) {
        return rows.stream().mapToLong(row -> row.get(column).length()).sum();
    }
}
