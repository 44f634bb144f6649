package org.matryoscope.study.written;

import java.io.IOException;

import org.matryoscope.corpus.Document;

/** Takes vectors one after another; what ends a file is written when it is closed. */
interface RowSink extends AutoCloseable {
    /**
     * Takes a vector.
     *
     * @param document whose it is
     * @param vector d entries, of length 1, or zeros where there is none
     * @throws IOException if it cannot be written
     */
    void put(Document document, float[] vector) throws IOException;

    @Override
    void close() throws IOException;
}
