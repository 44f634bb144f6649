package org.matryoscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for reading in a terminal: numbers to the right, the last column as long as it is. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... header) {
        rows.add(List.of(header));
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** Lines, each ended by a line break. */
    @Override
    public String toString() {
        int columns = rows.getFirst().size();
        int[] width = IntStream.range(0, columns)
                .map(column -> rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, columns)
                        .mapToObj(column -> aligned(row.get(column), width[column], isText(column)))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing() + System.lineSeparator())
                .collect(Collectors.joining());
    }

    /** Shortens a text to one line of at most so many characters. */
    static String shortened(String text, int longest) {
        String line = text.replaceAll("\\s+", " ");
        return width(line) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest - 1)).stripTrailing() + "…";
    }

    private boolean isText(int column) {
        return rows.stream().skip(1).anyMatch(row -> !row.get(column).matches("[-−+0-9.,]*"));
    }

    private static String aligned(String cell, int width, boolean left) {
        String padding = " ".repeat(width - width(cell));
        return left ? cell + padding : padding + cell;
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
