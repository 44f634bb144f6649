package org.matryoscope.corpus.vectors;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The bytes of an open file, which stays open. Read, not mapped: a mapped file that another program shortens ends the app.
 *
 * @param channel the file
 */
record ChannelBytes(FileChannel channel) implements ByteSource {
    @Override
    public void read(long position, ByteBuffer into) throws IOException {
        long at = position;
        while (into.hasRemaining()) {
            int read = channel.read(into, at);
            if (read < 0) {
                throw new EOFException("ends at byte " + at);
            }
            at += read;
        }
    }

    @Override
    public void close() {
        // Whoever opened the channel closes it, with closeFile.
    }

    /** Closes the file. */
    void closeFile() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
