package org.matryoscope.study.written;

import java.io.IOException;

import org.matryoscope.corpus.Document;

/** Takes vectors one after another and writes them to a stream, which stays open. */
interface RowSink {
    /**
     * Takes a vector.
     *
     * @param document whose it is
     * @param vector d entries, of length 1, or zeros where there is none
     * @throws IOException if it cannot be written
     */
    void put(Document document, float[] vector) throws IOException;

    /**
     * Writes what ends the file.
     *
     * @throws IOException if it cannot be written
     */
    void finish() throws IOException;
}
