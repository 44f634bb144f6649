package org.matryoscope.question;

/**
 * A query and its vector.
 *
 * @param text the query that was encoded
 * @param vector D entries, before any rotation
 * @param row the row whose vector it is; −1 where it is none of the corpus's
 */
public record AskedQuery(String text, float[] vector, int row) {
    /** A query that is not a row of the corpus. */
    public AskedQuery(String text, float[] vector) {
        this(text, vector, -1);
    }
}
