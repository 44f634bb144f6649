package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes in which an array stands. */
interface ByteSource extends AutoCloseable {
    /**
     * Fills a buffer from its position to its limit.
     *
     * @param position where to read from; not before the end of the last read unless {@link ArrayFile#jumps}
     * @param into the buffer
     * @throws java.io.EOFException if the bytes end before
     * @throws IOException if they cannot be read
     */
    void read(long position, ByteBuffer into) throws IOException;

    /**
     * Checks what can be known only after the last byte.
     *
     * @throws IOException if there are more bytes, or their checksum is wrong
     */
    default void finish() throws IOException {
        // Nothing follows the last byte of a file whose length is known.
    }

    @Override
    void close();
}
