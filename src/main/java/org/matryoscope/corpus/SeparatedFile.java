package org.matryoscope.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/** A .csv or .tsv file whose encoding has been checked, read record by record any number of times. */
public final class SeparatedFile {
    private final TextFile file;
    private final TableFormat format;

    private SeparatedFile(TextFile file, TableFormat format) {
        this.file = file;
        this.format = format;
    }

    /** Takes the records of a table. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes a record.
         *
         * @param line the line in which it begins, from 1
         * @param columns the names of the columns
         * @param cells a cell a column; not to be kept
         * @return whether more are wanted
         */
        boolean accept(long line, List<String> columns, List<String> cells);
    }

    /**
     * Opens a file, guesses its separator and whether its first row names the columns, and checks its encoding to the end.
     *
     * @param path the file
     * @param separator the character between cells; null to guess it
     * @param progress told in bytes; this is the first half of the work, {@link #forEach} the second
     * @return the file
     * @throws Problem if it is missing, empty, binary, not in UTF-8 or UTF-16 with a byte order mark, or has too long a line
     */
    public static SeparatedFile open(Path path, @Nullable Character separator, Progress progress) {
        TableFormat format = CsvSniffer.detect(path, null, separator);
        return new SeparatedFile(TextFile.open(path, null, progress), format);
    }

    /** Returns the same file with or without a row of column names. */
    public SeparatedFile withHeader(boolean header) {
        return new SeparatedFile(file, format.withHeader(header));
    }

    /** Whether the first row names the columns. */
    public boolean hasHeader() {
        return format.header();
    }

    /** Returns the character between cells. */
    public char separator() {
        return format.separator();
    }

    /** Returns how many lines before the first row are left out as comments. */
    public int comments() {
        return format.comments();
    }

    /** Returns the file's path. */
    public Path path() {
        return file.path();
    }

    /**
     * Returns the first records, without the names of the columns.
     *
     * @param most how many at most
     * @throws Problem if one is malformed or has another number of cells than the first
     */
    public List<List<String>> head(int most) {
        List<List<String>> head = new ArrayList<>();
        forEach(Progress.NONE, (line, columns, cells) -> {
            head.add(List.copyOf(cells));
            return head.size() < most;
        });
        return head;
    }

    /** Returns the names of the columns, made up where the file has none; empty if there is no record. */
    public List<String> columns() {
        List<String> names = new ArrayList<>();
        forEach(Progress.NONE, (line, columns, cells) -> {
            names.addAll(columns);
            return false;
        });
        return names;
    }

    /**
     * Passes every record on.
     *
     * @param progress told in bytes; cancels
     * @param sink takes the records
     * @throws Problem if one is malformed or has another number of cells than the first; names the line
     */
    public void forEach(Progress progress, Sink sink) {
        CsvRows.forEachRecord(file, format, progress, sink);
    }
}
