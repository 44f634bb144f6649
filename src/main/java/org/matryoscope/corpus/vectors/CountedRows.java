package org.matryoscope.corpus.vectors;

import java.util.List;

/** Recognises rows that begin with their number, which is an id and no entry of a vector. */
final class CountedRows {
    private static final int LEAST = 3;

    private CountedRows() {
    }

    /**
     * Says whether the first cells count up, row by row, from 0 or 1, and other cells are not whole.
     *
     * @param rows the first rows of a table without names
     */
    static boolean are(List<List<String>> rows) {
        if (rows.size() < LEAST || !rows.getFirst().getFirst().matches("[01]")) {
            return false;
        }
        int first = Integer.parseInt(rows.getFirst().getFirst());
        for (int row = 0; row < rows.size(); row++) {
            if (!rows.get(row).getFirst().equals(Integer.toString(first + row))) {
                return false;
            }
        }
        return rows.stream().flatMap(row -> row.stream().skip(1)).anyMatch(cell -> !cell.matches("[+-]?\\d*"));
    }
}
