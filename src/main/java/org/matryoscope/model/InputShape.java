package org.matryoscope.model;

/**
 * What size a model file's inputs must have.
 *
 * @param rows texts of a run; 0 for any number
 * @param length tokens of each text, padding included; 0 for any number
 */
record InputShape(int rows, int length) {
    /** Takes any batch. */
    static final InputShape ANY = new InputShape(0, 0);

    /** Says whether anything is fixed. */
    boolean fixed() {
        return rows > 0 || length > 0;
    }

    /** Returns the rows of a run of so many texts. */
    int rowsFor(int texts) {
        return rows > 0 ? rows : texts;
    }

    /** Returns the length of a run whose longest text has so many tokens; never 0, since sessions refuse empty inputs. */
    int lengthFor(int longest) {
        return length > 0 ? length : Math.max(1, longest);
    }

    /** Returns in words what is fixed: "1 text of 128 tokens". */
    String words() {
        String texts = rows == 0 ? "texts" : rows == 1 ? "1 text" : rows + " texts";
        return length == 0 ? texts : texts + " of " + length + " tokens";
    }
}
