package org.matryoscope.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lists of numbers between brackets in a table's cells, whose own commas and blanks part no cells. */
final class NumberLists {
    /** What stands between the numbers of a list, or is a part of one ("nan" and "inf" too); no end of a line. */
    private static final String WITHIN = "[ \\t0-9+\\-.,;|eEnaNAifIFty]";
    private static final Pattern LIST = Pattern.compile("[\\[({]" + WITHIN + "*+[\\])}]");
    private static final Pattern BEGUN = Pattern.compile("[\\[({]" + WITHIN + "*+\\z");
    private static final Pattern PART = Pattern.compile(WITHIN + "*+");
    private static final String OPENING = "[({";
    private static final String CLOSING = "])}";

    private NumberLists() {
    }

    /** Returns a text with every list of numbers made empty, also one that the text's end cuts off. */
    static String emptied(String text) {
        return BEGUN.matcher(LIST.matcher(text).replaceAll("[]")).replaceAll("[]");
    }

    /** Whether a cell is a list of numbers between brackets. */
    static boolean isList(String cell) {
        return LIST.matcher(cell.strip()).matches();
    }

    /**
     * Puts lists together again that a separator within them has torn into several cells.
     *
     * @param cells the cells of a row
     * @param separator the character between them
     * @return the same cells where there is no such list
     */
    static List<String> joined(List<String> cells, char separator) {
        for (int first = 0; first < cells.size(); first++) {
            if (end(cells, first) > first) {
                return joinedFrom(cells, separator, first);
            }
        }
        return cells;
    }

    private static List<String> joinedFrom(List<String> cells, char separator, int first) {
        List<String> joined = new ArrayList<>(cells.subList(0, first));
        int at = first;
        while (at < cells.size()) {
            int end = end(cells, at);
            joined.add(
                    end > at ? String.join(Character.toString(separator), cells.subList(at, end + 1)) : cells.get(at));
            at = Math.max(at, end) + 1;
        }
        return joined;
    }

    /** Where the list ends that begins in a cell and goes on in the next; −1 if none does. */
    private static int end(List<String> cells, int first) {
        String begin = cells.get(first).strip();
        int bracket = begin.isEmpty() ? -1 : OPENING.indexOf(begin.charAt(0));
        if (bracket < 0 || !PART.matcher(begin.substring(1)).matches()) {
            return -1;
        }
        String closing = CLOSING.substring(bracket, bracket + 1);
        for (int at = first + 1; at < cells.size(); at++) {
            String cell = cells.get(at).strip();
            if (cell.endsWith(closing) && PART.matcher(cell.substring(0, cell.length() - 1)).matches()) {
                return at;
            }
            if (!PART.matcher(cell).matches()) {
                return -1;
            }
        }
        return -1;
    }
}
