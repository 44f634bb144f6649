package org.matryoscope.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Text in which control characters are to be seen instead of being obeyed: a terminal would take them for its own, and text that is
 * studied may come from anywhere. They are written as JSON escapes them ({@code \u001b}), so that JSON stays what it is.
 */
final class Visible {
    private static final String LINE_AND_PARAGRAPH_SEPARATORS = "\u2028\u2029";
    /** They make a terminal show what follows in another order. */
    private static final String DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    private Visible() {
    }

    /** Returns one line of text: line breaks and tabs become blanks, other control characters are escaped. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.replaceAll("\\s*\\R\\s*", " ").replace('\t', ' ').chars().forEach(c -> show((char) c, line));
        return line.toString();
    }

    /**
     * Returns a writer that escapes control characters, except those of the lines themselves.
     *
     * @param out takes the text
     * @param before runs before each piece of it
     */
    static Writer writer(Writer out, Runnable before) {
        return new FilterWriter(out) {
            @Override
            public void write(int c) throws IOException {
                write(new char[]{(char) c}, 0, 1);
            }

            @Override
            public void write(String text, int from, int length) throws IOException {
                write(text.toCharArray(), from, length);
            }

            @Override
            public void write(char[] text, int from, int length) throws IOException {
                before.run();
                StringBuilder shown = new StringBuilder(length);
                for (int i = from; i < from + length; i++) {
                    char c = text[i];
                    if (c == '\n' || c == '\t' || (c == '\r' && i + 1 < from + length && text[i + 1] == '\n')) {
                        shown.append(c);
                    } else {
                        show(c, shown);
                    }
                }
                out.write(shown.toString());
            }
        };
    }

    private static void show(char c, StringBuilder shown) {
        if (Character.isISOControl(c) || LINE_AND_PARAGRAPH_SEPARATORS.indexOf(c) >= 0 || DIRECTIONS.indexOf(c) >= 0) {
            shown.append(String.format("\\u%04x", (int) c));
        } else {
            shown.append(c);
        }
    }
}
