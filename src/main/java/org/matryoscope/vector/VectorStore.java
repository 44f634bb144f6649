package org.matryoscope.vector;

import java.util.List;

/** Stub: replaced by the core. */
public final class VectorStore implements AutoCloseable {
    private VectorStore() {
    }

    /**
     * Copies row vectors into a new store.
     *
     * @param rows N rows of D finite entries
     * @return the store
     */
    public static VectorStore of(float[][] rows) {
        throw new UnsupportedOperationException();
    }

    /** Returns N. */
    public int rows() {
        return 0;
    }

    /** Returns D. */
    public int dimension() {
        return 0;
    }

    /** Returns the rows left out of every ranking and statistic, with the reason. */
    public List<ExcludedRow> excluded() {
        return List.of();
    }

    @Override
    public void close() {
    }
}
