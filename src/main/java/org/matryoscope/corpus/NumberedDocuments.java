package org.matryoscope.corpus;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Documents that have no text of their own, such as the rows of a file of vectors: "row 0", "row 1" and so on, counted from 0
 * as array libraries do. Each is made when it is asked for, so that a million of them take no memory. Immutable.
 */
public final class NumberedDocuments extends AbstractList<Document> implements RandomAccess {
    private final int size;

    /**
     * Numbers documents.
     *
     * @param size how many, at least 1
     */
    public NumberedDocuments(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a corpus needs at least one document");
        }
        this.size = size;
    }

    @Override
    public Document get(int row) {
        int number = Objects.checkIndex(row, size);
        return new Document(Integer.toString(number), "row " + number, List.of());
    }

    @Override
    public int size() {
        return size;
    }

    /** Compares sizes where both are numbered: a million rows need not be made to be found equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof NumberedDocuments numbered ? numbered.size == size : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
