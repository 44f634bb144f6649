package org.matryoscope.corpus.vectors;

import java.io.IOException;

/** Where the lists or texts of an Arrow column begin and end in what they consist of. */
interface ArrowOffsets {
    /** Goes to the next row and returns how many elements it has. */
    long next() throws IOException;

    /** Returns how many elements stand before the first row's, once {@link #next} was called for it; else 0. */
    default long skipped() {
        return 0;
    }

    /** Rows that all have as many elements. */
    static ArrowOffsets even(int length) {
        return () -> length;
    }

    /**
     * Rows that begin where the one before ends.
     *
     * @param buffer one offset more than there are rows
     * @param bytes of an offset, 4 or 8
     */
    static ArrowOffsets of(ArrowBuffer buffer, int bytes) {
        return new Stored(buffer, bytes);
    }

    /** Offsets in a buffer. */
    final class Stored implements ArrowOffsets {
        private final ArrowBuffer buffer;
        private final int bytes;
        private boolean begun;
        private long first;
        private long end;

        Stored(ArrowBuffer buffer, int bytes) {
            this.buffer = buffer;
            this.bytes = bytes;
        }

        @Override
        public long next() throws IOException {
            boolean isFirst = !begun;
            if (isFirst) {
                begun = true;
                end = offset();
            }
            first = isFirst ? end : 0;
            long begin = end;
            end = offset();
            if (end < begin) {
                throw new IOException("an offset is less than the one before");
            }
            return end - begin;
        }

        private long offset() throws IOException {
            long offset = buffer.readWhole(bytes);
            if (offset < 0) {
                throw new IOException("an offset is negative");
            }
            return offset;
        }

        @Override
        public long skipped() {
            return first;
        }
    }
}
