package org.matryoscope.corpus.vectors;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Tells apart the kinds of files of vectors that are texts, by their first lines. */
final class TextKind {
    private static final int LINES = 20;
    private static final Pattern OBJECT = Pattern.compile("\\{\\s*[\"}]");
    private static final Pattern SEPARATOR = Pattern.compile("[,\t;|]");
    /** So many numbers between separators, in line after line, stand in no prose. */
    private static final int LEAST_NUMBERS = 3;

    private TextKind() {
    }

    /** Whether a file's first bytes are a text: no NUL is among them, or they begin with a mark of UTF-16. */
    static boolean isText(byte[] head) {
        if (head.length >= 2 && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
                || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF))) {
            return true;
        }
        for (byte each : head) {
            if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t' && each != 0x0C
                    && each != 0x1B) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells a kind.
     *
     * @param head a file's first bytes, a text
     * @param more whether the file goes on after them
     * @param named what its name says; null for nothing
     * @return the kind; what the name says where the content tells nothing else
     */
    static @Nullable FileKind of(byte[] head, boolean more, @Nullable FileKind named) {
        String start = decoded(head);
        String text = start.stripLeading();
        boolean json = text.startsWith("{") || text.startsWith("[");
        if (json && (named == FileKind.SEPARATED || named == FileKind.WORDS)) {
            // A table may begin with a list; it does not begin with an object's key.
            return OBJECT.matcher(text).lookingAt() ? FileKind.JSON : named;
        }
        if (json) {
            return named == FileKind.JSON_LINES ? named : FileKind.JSON;
        }
        if (named == FileKind.SEPARATED) {
            return named;
        }
        List<String> lines = lines(start, more);
        if (WordTable.isOne(lines)) {
            return FileKind.WORDS;
        }
        if (named == null || named == FileKind.WORDS || (isJson(named) && !text.startsWith("\""))) {
            return isTable(lines) ? FileKind.SEPARATED : named;
        }
        return named;
    }

    private static boolean isJson(FileKind kind) {
        return kind == FileKind.JSON || kind == FileKind.JSON_LINES;
    }

    private static String decoded(byte[] head) {
        boolean wide = head.length >= 2 && (head[0] == (byte) 0xFF || head[0] == (byte) 0xFE)
                && (head[1] == (byte) 0xFE || head[1] == (byte) 0xFF);
        String text = new String(head, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static List<String> lines(String start, boolean more) {
        List<String> lines = start.lines().limit(LINES + 1L).toList();
        // The last one may be broken off.
        return more && lines.size() > 1 && lines.size() <= LINES ? lines.subList(0, lines.size() - 1) : lines;
    }

    /** Whether each line but the first, which may name columns, has a list or some numbers between separators. */
    private static boolean isTable(List<String> lines) {
        List<String> rows = lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        return !rows.isEmpty() && rows.stream().skip(rows.size() > 1 ? 1 : 0).allMatch(TextKind::isRow);
    }

    private static boolean isRow(String line) {
        long numbers = SEPARATOR.splitAsStream(line).filter(cell -> NumberText.isNumber(cell.strip())).count();
        return numbers >= LEAST_NUMBERS;
    }
}
