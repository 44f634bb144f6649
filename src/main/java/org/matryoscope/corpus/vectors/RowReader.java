package org.matryoscope.corpus.vectors;

import java.io.IOException;

/** Reads rows of an array as floats. */
interface RowReader {
    /**
     * Reads rows, each call from where the last one ended.
     *
     * @param firstRow the first, counted from 0
     * @param count how many
     * @param rowMajor takes {@code count × dimension} entries from index 0
     * @throws IOException if the bytes cannot be read or end before
     * @throws org.matryoscope.base.Problem if they are not what the header says
     */
    void read(int firstRow, int count, float[] rowMajor) throws IOException;
}
