package org.matryoscope.corpus.vectors;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

import org.matryoscope.base.Problem;
import org.matryoscope.corpus.Packed;

/** An .npy file that is compressed as a whole, read in a stream. */
final class PackedNpy implements ArrayFile {
    private final Path path;
    private final StoredArray array;

    private PackedNpy(Path path, StoredArray array) {
        this.path = path;
        this.array = array;
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws IOException if it cannot be read
     * @throws Problem if it is faulty, or holds what is not read
     */
    static PackedNpy open(Path path) throws IOException {
        String place = path.toString();
        try (Bytes bytes = new Bytes(path)) {
            NpyHeader header = NpyHeader.read(bytes, place);
            return new PackedNpy(path, new StoredArray("", place, header.items(), header.shape(), header.columnMajor(),
                    header.offset(), 0));
        }
    }

    @Override
    public List<StoredArray> arrays() {
        return List.of(array);
    }

    @Override
    public boolean jumps() {
        return false;
    }

    @Override
    public ByteSource bytes(StoredArray wanted) throws IOException {
        return new Bytes(path);
    }

    @Override
    public void close() {
        // Each reader opens the file itself.
    }

    /** The decompressed bytes, from first to last. */
    private static final class Bytes implements ByteSource {
        private final Path path;
        private final InputStream in;
        private final byte[] buffer = new byte[1 << 16];
        private long at;

        Bytes(Path path) throws IOException {
            this.path = path;
            in = Packed.open(path, each -> each);
        }

        @Override
        public void read(long position, ByteBuffer into) throws IOException {
            if (position < at) {
                throw new IllegalArgumentException("position " + position + " was passed, now at " + at);
            }
            in.skipNBytes(position - at);
            at = position;
            while (into.hasRemaining()) {
                int read = in.read(buffer, 0, Math.min(buffer.length, into.remaining()));
                if (read < 0) {
                    throw new EOFException("ends at byte " + at);
                }
                into.put(buffer, 0, read);
                at += read;
            }
        }

        @Override
        public void finish() throws IOException {
            // Reading on to the end checks the checksum too.
            if (in.read() >= 0) {
                throw new Problem(path.toString(), "the array is longer than its header says",
                        "Save the array again by itself with numpy.save.");
            }
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
