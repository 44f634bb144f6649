package org.matryoscope.corpus.vectors;

import java.util.BitSet;

import org.matryoscope.base.Progress;

/** Rows of vectors in a file, read in a stream from first to last. Not to be shared between threads. */
public interface VectorSource extends AutoCloseable {
    /** Returns how many rows there are, 1 or more. */
    int rows();

    /** Returns how many entries each row has, 1 … {@link VectorFiles#MOST_DIMENSIONS}. */
    int dimension();

    /**
     * Reads all rows in ascending order; may be called once. Numbers that are not finite, and values outside the range of a
     * float, which become infinite, are handed on as they are.
     *
     * @param progress told in rows; cancels
     * @param sink takes the rows, called in the calling thread
     * @throws org.matryoscope.base.Problem if the file proves faulty; names file, row and remedy
     */
    void read(Progress progress, BlockSink sink);

    /**
     * Returns the rows, counted from 0, in which the file has no vector at all; they are handed on as NaN.
     *
     * @return complete only once all rows are read; mostly empty
     */
    default BitSet withoutVector() {
        return new BitSet();
    }

    @Override
    void close();

    /** Takes rows as they are read. */
    @FunctionalInterface
    interface BlockSink {
        /**
         * Takes the next rows.
         *
         * @param firstRow the index of the first, counted from 0
         * @param count how many rows, 1 or more
         * @param rowMajor holds {@code count × dimension} entries from index 0, row by row, and perhaps more behind them that mean
         *     nothing; it is reused once this call has returned
         */
        void accept(int firstRow, int count, float[] rowMajor);
    }
}
