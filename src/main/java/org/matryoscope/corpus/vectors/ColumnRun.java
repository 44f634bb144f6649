package org.matryoscope.corpus.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Neighbouring columns of numbers that together make a vector.
 *
 * @param name "d0 … d383"
 * @param columns their indices, ascending
 */
record ColumnRun(String name, int[] columns) {
    /** A run as long as this is a vector and not a handful of labels or grades. */
    private static final int CERTAIN = 8;
    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,9})");

    /**
     * Finds columns whose names count up, such as emb_0, emb_1, emb_2.
     *
     * @param names the names of all columns
     * @param isNumeric whether a column holds numbers
     */
    static List<ColumnRun> numbered(List<String> names, IntPredicate isNumeric) {
        List<ColumnRun> runs = new ArrayList<>();
        int first = 0;
        for (int column = 1; column <= names.size(); column++) {
            boolean goesOn = column < names.size() && isNumeric.test(column - 1) && isNumeric.test(column)
                    && follows(names.get(column - 1), names.get(column));
            if (!goesOn) {
                if (column - first >= 2) {
                    runs.add(of(names, IntStream.range(first, column).toArray()));
                }
                first = column;
            }
        }
        return runs;
    }

    /**
     * Finds the columns of numbers that stand last, for want of better ones.
     *
     * @return one run, or none if fewer than two columns are numeric at the end
     */
    static List<ColumnRun> trailing(List<String> names, IntPredicate isNumeric) {
        int first = names.size();
        while (first > 0 && isNumeric.test(first - 1)) {
            first--;
        }
        return names.size() - first < 2
                ? List.of()
                : List.of(of(names, IntStream.range(first, names.size()).toArray()));
    }

    private static ColumnRun of(List<String> names, int[] columns) {
        return new ColumnRun(names.get(columns[0]) + " … " + names.get(columns[columns.length - 1]), columns);
    }

    private static boolean follows(String before, String after) {
        Matcher one = NUMBERED.matcher(before);
        Matcher two = NUMBERED.matcher(after);
        return one.matches() && two.matches() && one.group(1).equals(two.group(1))
                && Integer.parseInt(one.group(2)) + 1 == Integer.parseInt(two.group(2));
    }

    /** Whether a column is one of its. */
    boolean holds(int column) {
        return IntStream.of(columns).anyMatch(each -> each == column);
    }

    /** Whether its columns are surely nothing but entries of a vector. */
    boolean isCertain() {
        return columns.length >= CERTAIN;
    }
}
