package org.matryoscope.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What comes out of a compressed file, as long as it is no more than compression can explain. */
final class UnpackedStream extends FilterInputStream {
    /** Vectors shrink to a third at best, texts to a tenth; bombs to a thousandth. */
    private static final int MOST_RATIO = 200;
    /** Up to here, any ratio does no harm. */
    private static final long HARMLESS = 64L << 20;

    private final long packed;
    private long unpacked;

    /**
     * Wraps a stream.
     *
     * @param in what comes out
     * @param packed the size of the compressed file, in bytes
     */
    UnpackedStream(InputStream in, long packed) {
        super(in);
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        return value < 0 ? value : counted(1, value);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        return count < 0 ? count : counted(count, count);
    }

    private int counted(int count, int result) throws IOException {
        unpacked += count;
        if (unpacked > HARMLESS && unpacked / MOST_RATIO > packed) {
            throw new IOException("more than " + MOST_RATIO
                    + " times its size comes out of it, as of a file made to fill memory or disk; if you trust it, unpack it first");
        }
        return result;
    }
}
