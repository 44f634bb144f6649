package org.matryoscope.corpus.vectors;

import java.util.List;
import java.util.stream.IntStream;

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

    /** Names stand over numbers in some column, and a number stands over a number in none but where they are counted names. */
    private static boolean isHeader(List<String> first, List<String> second) {
        int counted = countedFrom(first, second);
        boolean names = counted < first.size();
        for (int column = 0; column < counted; column++) {
            if (isNumbers(second.get(column))) {
                String cell = first.get(column);
                if (isNumbers(cell)) {
                    return false;
                }
                names |= !cell.isBlank();
            }
        }
        return names;
    }

    private static boolean isNumbers(String cell) {
        return NumberText.isNumber(cell.strip()) || new ListText(cell).isLikely();
    }

    /**
     * Finds names that are numbers: 0, 1, 2, … or 1, 2, 3, … up to the last column, over numbers of which some are not whole, or
     * beside a blank name.
     *
     * @return the first of these columns; the number of all where there are none
     */
    private static int countedFrom(List<String> first, List<String> second) {
        int from = first.size();
        while (from > 0 && isWhole(first.get(from - 1)) && (from == first.size()
                || Integer.parseInt(first.get(from - 1)) + 1 == Integer.parseInt(first.get(from)))) {
            from--;
        }
        boolean counted = first.size() - from >= LEAST_COUNTED && Integer.parseInt(first.get(from)) <= 1;
        int start = from;
        boolean unlike = IntStream.range(0, first.size())
                .anyMatch(column -> column < start
                        ? first.get(column).isBlank() && !second.get(column).isBlank()
                        : isNumbers(second.get(column)) && !isWhole(second.get(column)));
        return counted && unlike ? from : first.size();
    }

    private static boolean isWhole(String cell) {
        return cell.matches("\\d{1,9}");
    }
}
