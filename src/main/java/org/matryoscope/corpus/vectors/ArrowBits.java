package org.matryoscope.corpus.vectors;

import java.io.IOException;

/** The bits of an Arrow buffer, one after the other, the least of each byte first. */
final class ArrowBits {
    private final ArrowBuffer buffer;
    private final boolean absent;
    private final boolean all;
    private int current;
    private int left;

    /**
     * Starts before the first bit.
     *
     * @param buffer the buffer
     * @param absent whether all bits are said to be set where the buffer is left out
     */
    ArrowBits(ArrowBuffer buffer, boolean absent) {
        this.buffer = buffer;
        this.absent = absent;
        all = absent && buffer.isEmpty();
    }

    /** Returns the same bits, from the first on. */
    ArrowBits again() {
        return new ArrowBits(buffer.again(), absent);
    }

    /** Takes the next bit. */
    boolean next() throws IOException {
        if (all) {
            return true;
        }
        if (left == 0) {
            current = buffer.readByte();
            left = Byte.SIZE;
        }
        boolean set = (current & 1) != 0;
        current >>= 1;
        left--;
        return set;
    }

    /** Passes bits over. */
    void skip(long count) throws IOException {
        if (all || count <= 0) {
            return;
        }
        long rest = count;
        while (rest > 0 && left > 0) {
            next();
            rest--;
        }
        buffer.skip(rest / Byte.SIZE);
        for (long bit = 0; bit < rest % Byte.SIZE; bit++) {
            next();
        }
    }
}
