package org.matryoscope.vector;

/**
 * Where entries stand in a store's memory: one column after the other, each from a cache line on. Long columns begin at multiples
 * of 64 KiB: a file system that keeps a file in large pieces writes runs a third faster where they fill them, and
 * leaves the gaps as holes.
 *
 * @param rows N ≥ 1
 * @param dimension D ≥ 1
 * @param format how entries are written
 */
record ColumnLayout(int rows, int dimension, NumberFormat format) {
    private static final long CACHE_LINE_BYTES = 64;
    private static final long PIECE_BYTES = 1 << 16;
    /** Bytes of a column from which on the gap to the next does not matter: 3 % at most. */
    private static final long LONG_COLUMN_BYTES = 1 << 21;

    ColumnLayout {
        if (rows < 1 || dimension < 1) {
            throw new IllegalArgumentException("a store needs at least one row and one dimension");
        }
    }

    /** Returns the layout of the same vectors in another format. */
    ColumnLayout in(NumberFormat other) {
        return new ColumnLayout(rows, dimension, other);
    }

    /** Returns the bytes from the start of one column to the start of the next. */
    long stride() {
        long bytes = columnBytes(rows);
        long unit = bytes < LONG_COLUMN_BYTES ? CACHE_LINE_BYTES : PIECE_BYTES;
        return Math.ceilDiv(bytes, unit) * unit;
    }

    /** Returns the bytes that {@code count} entries of a column take. */
    long columnBytes(int count) {
        return Math.ceilDiv((long) count * format.bits(), (long) Byte.SIZE);
    }

    /** Returns the bytes of all columns. */
    long bytes() {
        return stride() * dimension;
    }

    /** Returns where an entry stands; for bits, the byte that holds it. */
    long offset(int column, int row) {
        return column * stride() + (long) row * format.bits() / Byte.SIZE;
    }
}
