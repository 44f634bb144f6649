package org.matryoscope.corpus;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/** Opens a user's corpus, whatever kind of file it is, with the proposed columns. */
public final class CorpusFile {
    private CorpusFile() {
    }

    /** What a file's name says of its content. */
    public enum Kind {
        /** A text a line. */
        TEXT,
        /** Rows of separated values. */
        TABLE,
        /** A JSON object a line. */
        JSON_LINES
    }

    /**
     * Tells a file's kind by its name; the window asks for columns unless it is {@link Kind#TEXT}.
     *
     * @param path the file
     * @return its kind
     * @throws Problem if its name ends in none of the known ways
     */
    public static Kind kind(Path path) {
        String name = Packed.innerName(path);
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "txt", "text" -> Kind.TEXT;
            case "csv", "tsv", "tab" -> Kind.TABLE;
            case "jsonl", "ndjson" -> Kind.JSON_LINES;
            default -> throw new Problem(path.toString(), "this kind of file is not known",
                    "Choose a .txt, .csv, .tsv or .jsonl file.");
        };
    }

    /** Says whether a table holds scored pairs, which {@link #read} reads as such: there is nothing to ask then. */
    public static boolean holdsPairs(TablePreview preview) {
        return PairColumns.of(preview).isPresent();
    }

    /**
     * Reads a file with the columns that {@link TablePreview} proposes, or a corpus folder.
     *
     * @param path a .txt, .csv, .tsv or .jsonl file, or a folder laid out as {@link CorpusFolder} says
     * @param charset its encoding; null to go by its byte order mark, else UTF-8
     * @param progress told in bytes; cancels
     * @return the corpus
     * @throws Problem if it cannot be read as a corpus; names the line
     */
    public static Corpus read(Path path, @Nullable Charset charset, Progress progress) {
        if (Files.isDirectory(path)) {
            return BeirFolder.isOne(path) ? BeirFolder.read(path, progress) : CorpusFolder.read(path);
        }
        if (kind(path) == Kind.TEXT) {
            return PlainText.read(path, charset, progress);
        }
        TablePreview preview = TablePreview.of(path, TableFormat.detect(path, charset));
        return PairColumns.of(preview)
                .map(columns -> PairFile.read(path, preview.format(), columns, progress))
                .orElseGet(() -> TableFile.read(path, preview.format(), preview.proposed(), progress));
    }
}
