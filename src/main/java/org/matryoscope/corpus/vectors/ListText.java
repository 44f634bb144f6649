package org.matryoscope.corpus.vectors;

/** A list of numbers as a text, between brackets or not, parted by commas, semicolons, bars or blanks. */
final class ListText {
    private static final String WRITE_LIST = "Write a list of numbers such as [0.1, -0.2].";
    private static final int SHOWN = 40;
    /** Fewer numbers without brackets around are taken for a text. */
    private static final int LEAST_BARE = 4;

    private final String text;
    private final boolean bracketed;
    private final int end;
    private int at;

    /** Looks for brackets around the list; numpy and torch print a name and more around them ("array([0.1], dtype=…)"). */
    ListText(String text) {
        this.text = text;
        int from = skipBlanks(0, text.length());
        int to = text.length();
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        if (text.startsWith("array(", from) || text.startsWith("tensor(", from)) {
            from = Math.max(from, text.indexOf('[', from));
            to = Math.max(from, text.lastIndexOf(']') + 1);
        }
        int bracket = to - from < 2 ? -1 : "[({".indexOf(text.charAt(from));
        bracketed = bracket >= 0 && text.charAt(to - 1) == "])}".charAt(bracket);
        at = bracketed ? from + 1 : from;
        end = bracketed ? to - 1 : to;
    }

    /** Whether it begins like a list of numbers: with a bracket and a number, or with some numbers. */
    boolean isLikely() {
        int start = at;
        int numbers = 0;
        int wanted = bracketed ? 1 : LEAST_BARE;
        while (numbers < wanted && skipBlanks() && NumberText.isNumber(element())) {
            numbers++;
        }
        at = start;
        return numbers == wanted;
    }

    /** Reads the list into a row; what is wrong becomes a fault of the row. */
    void read(TableRow row, String field) {
        Numbers numbers = row.start(field);
        while (skipBlanks()) {
            if (numbers.isFull()) {
                row.fault(field, "the list has more than " + VectorFiles.MOST_DIMENSIONS + " numbers", WRITE_LIST);
                return;
            }
            String element = element();
            try {
                numbers.add(NumberText.parse(element));
            } catch (NumberFormatException e) {
                fault(row, field, numbers.length() + 1, element);
                return;
            }
        }
        if (numbers.length() == 0) {
            row.missing(field, "there is no number here");
        }
    }

    private void fault(TableRow row, String field, int position, String element) {
        if (element.startsWith("...") || element.startsWith("…")) {
            row.fault(field,
                    "the writer left numbers out: there is “" + element + "” after the first " + (position - 1),
                    "Write the vectors in full, in numpy after set_printoptions(threshold=sys.maxsize).");
        } else if (position == 1 && !element.isEmpty()) {
            row.fault(field, "“" + shortened(text) + "” is not a list of numbers", WRITE_LIST);
        } else {
            row.fault(field, Elements.notNumber(position, element.isEmpty() ? "empty" : "“" + shortened(element) + "”"),
                    Elements.REMEDY);
        }
    }

    /** Takes an element and the separator behind it. */
    private String element() {
        int from = at;
        while (at < end && !isSeparator(text.charAt(at))) {
            at++;
        }
        String element = text.substring(from, at);
        if (skipBlanks() && isSeparator(text.charAt(at))) {
            at++;
        }
        return element;
    }

    private boolean skipBlanks() {
        at = skipBlanks(at, end);
        return at < end;
    }

    private int skipBlanks(int from, int to) {
        int next = from;
        while (next < to && isBlank(text.charAt(next))) {
            next++;
        }
        return next;
    }

    /** Returns a text as it is shown in a message. */
    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static boolean isSeparator(char c) {
        return isBlank(c) || c == ',' || c == ';' || c == '|';
    }
}
