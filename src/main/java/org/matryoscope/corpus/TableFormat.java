package org.matryoscope.corpus;

import java.nio.charset.Charset;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * How a file of rows is written.
 *
 * @param kind separated values or JSON lines
 * @param charset its encoding; null to go by its byte order mark, else UTF-8
 * @param separator the character between two cells; only for separated values
 * @param header whether the first row names the columns; only for separated values
 * @param comments how many lines before the first row are left out, since they begin with # and have other cells than the rows
 */
public record TableFormat(Kind kind, @Nullable Charset charset, char separator, boolean header, int comments) {
    /** The two ways of writing rows. */
    public enum Kind {
        /** .csv and .tsv, quoted as RFC 4180 says. */
        SEPARATED,
        /** .jsonl: one JSON object a line; its keys are the columns. */
        JSON_LINES
    }

    /** Returns the same format with another encoding, null to detect it. */
    public TableFormat withCharset(@Nullable Charset other) {
        return new TableFormat(kind, other, separator, header, comments);
    }

    /** Returns the same format with another separator. */
    public TableFormat withSeparator(char other) {
        return new TableFormat(kind, charset, other, header, comments);
    }

    /** Returns the same format with or without a row of column names. */
    public TableFormat withHeader(boolean other) {
        return new TableFormat(kind, charset, separator, other, comments);
    }

    /**
     * Guesses the format from a file's name and its first rows.
     *
     * @param path the file
     * @param charset its encoding; null to detect it
     * @return the format
     * @throws org.matryoscope.base.Problem if the file is missing, empty, binary or in another encoding
     */
    public static TableFormat detect(Path path, @Nullable Charset charset) {
        return switch (CorpusFile.kind(path)) {
            case JSON_LINES -> new TableFormat(Kind.JSON_LINES, charset, ',', true, 0);
            case TEXT, TABLE -> CsvSniffer.detect(path, charset, null);
        };
    }
}
