package org.matryoscope.rotation;

import org.matryoscope.vector.VectorStore;

/** Maps blocks of rows. */
interface BlockMap extends AutoCloseable {
    /**
     * Maps consecutive rows.
     *
     * @param store where they are
     * @param from the first of them
     * @param count how many
     * @param images receives {@code count} rows of D entries
     */
    void map(VectorStore store, int from, int count, float[] images);

    @Override
    void close();
}
