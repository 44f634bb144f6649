package org.matryoscope.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.matryoscope.question.Table;

/** Writes a table for reading in a terminal: numbers to the right, the last column as long as it is. */
final class TextTable {
    private static final String GAP = "  ";

    private TextTable() {
    }

    /** Returns its lines, each ended by a line break. */
    static String of(Table table) {
        List<Table.Column> columns = table.columns();
        int[] width = columns.stream()
                .mapToInt(column -> IntStream.rangeClosed(0, table.rows())
                        .map(row -> width(cell(column, row)))
                        .max()
                        .orElse(0))
                .toArray();
        return IntStream.rangeClosed(0, table.rows())
                .mapToObj(row -> IntStream.range(0, columns.size())
                        .mapToObj(c -> aligned(cell(columns.get(c), row), width[c], !columns.get(c).numbers()))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing() + System.lineSeparator())
                .collect(Collectors.joining());
    }

    /** The header is row 0. */
    private static String cell(Table.Column column, int row) {
        return Visible.line(row == 0 ? column.header() : column.cells().get(row - 1));
    }

    private static String aligned(String cell, int width, boolean left) {
        String padding = " ".repeat(width - width(cell));
        return left ? cell + padding : padding + cell;
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
