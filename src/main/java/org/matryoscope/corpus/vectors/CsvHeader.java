package org.matryoscope.corpus.vectors;

import java.util.List;

import org.matryoscope.corpus.SeparatedFile;

/**
 * Recognises rows of column names that tables of vectors have and tables of texts do not: pandas leaves the first name blank,
 * and calls the columns of a matrix 0, 1, 2, ….
 */
final class CsvHeader {
    /** So many numbers that count up are names. */
    private static final int LEAST_COUNTED = 3;

    private CsvHeader() {
    }

    /** Returns the file, with a row of names if its first row is one after all. */
    static SeparatedFile corrected(SeparatedFile file) {
        if (file.hasHeader()) {
            return file;
        }
        List<List<String>> head = file.head(2);
        return head.size() == 2 && isHeader(head.getFirst(), head.getLast()) ? file.withHeader(true) : file;
    }

    private static boolean isHeader(List<String> first, List<String> second) {
        return isTextOverNumber(first, second) || (countsUp(first) && !countsUp(second));
    }

    private static boolean isTextOverNumber(List<String> first, List<String> second) {
        for (int column = 0; column < first.size(); column++) {
            if (isName(first.get(column)) && isNumbers(second.get(column))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isName(String cell) {
        return !cell.isBlank() && !isNumbers(cell);
    }

    private static boolean isNumbers(String cell) {
        return NumberText.isNumber(cell.strip()) || new ListText(cell).isLikely();
    }

    /** Whether the last cells are whole numbers, each one more than the one before. */
    private static boolean countsUp(List<String> row) {
        int counted = 0;
        int after = 0;
        for (String cell : row.reversed()) {
            if (!isWhole(cell) || (counted > 0 && Integer.parseInt(cell) + 1 != after)) {
                break;
            }
            after = Integer.parseInt(cell);
            counted++;
        }
        return counted >= LEAST_COUNTED;
    }

    private static boolean isWhole(String cell) {
        return cell.matches("\\d{1,9}");
    }
}
