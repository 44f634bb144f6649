package org.matryoscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a Markdown file that the benchmarks write, between two comments. */
final class MarkedPart {
    private static final String BEGIN = "<!-- benchmark table: begin -->\n";
    private static final String END = "<!-- benchmark table: end -->";

    private MarkedPart() {
    }

    /**
     * Replaces it.
     *
     * @throws IOException if the file cannot be read or written, or lacks one of the comments
     */
    static void write(Path file, String part) throws IOException {
        String text = Files.readString(file);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(file + " lacks the lines " + BEGIN.strip() + " and " + END);
        }
        Files.writeString(file, text.substring(0, begin) + BEGIN + part + text.substring(end));
    }
}
