package org.matryoscope.corpus.vectors;

/** What is said of the elements of a vector, alike for every kind of table. */
final class Elements {
    static final String REMEDY = "Write a number there, or leave the row out of the file; NaN excludes it from rankings.";

    private Elements() {
    }

    /**
     * Says that an element is no number.
     *
     * @param position its place, from 1
     * @param found what stands there
     */
    static String notNumber(int position, String found) {
        return "element " + position + " is " + found + ", not a number";
    }
}
