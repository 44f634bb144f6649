package org.matryoscope.vector;

/**
 * Where entries stand in a store's memory: column after column, in groups of rows. Rows that arrive one after the other fill a
 * group, which is then written in one piece; columns that ran through all rows would be written in many, for which a file system
 * takes two to three times as long. A group's column is long enough for a scan to read it as fast as one without groups.
 *
 * @param rows N ≥ 1
 * @param dimension D ≥ 1
 * @param format how entries are written
 */
record ColumnLayout(int rows, int dimension, NumberFormat format) {
    private static final long CACHE_LINE_BYTES = 64;
    /** Entries of a group: 64 MiB in float32. */
    private static final int GROUP_ENTRIES = 1 << 24;

    ColumnLayout {
        if (rows < 1 || dimension < 1) {
            throw new IllegalArgumentException("a store needs at least one row and one dimension");
        }
    }

    /** Returns the layout of the same vectors in another format. */
    ColumnLayout in(NumberFormat other) {
        return new ColumnLayout(rows, dimension, other);
    }

    /** Returns the rows of a group, the last of which may have fewer: a power of two, and a multiple of a scan's block. */
    int groupRows() {
        return Math.max(BlockScan.BLOCK, Integer.highestOneBit(GROUP_ENTRIES / dimension));
    }

    /** Returns how many rows from this one on stand one after the other in each column. */
    int contiguous(int row) {
        return Math.min(rows, (row / groupRows() + 1) * groupRows()) - row;
    }

    /**
     * Returns the bytes from the start of one column to the start of the next in the group of a row. A cache line lies between, since
     * columns a power of two apart would all fall into the same few lines of the cache.
     */
    long stride(int row) {
        int start = row / groupRows() * groupRows();
        return stride((long) contiguous(start));
    }

    private long stride(long count) {
        return Math.ceilDiv(columnBytes(count), CACHE_LINE_BYTES) * CACHE_LINE_BYTES + CACHE_LINE_BYTES;
    }

    private long columnBytes(long count) {
        return Math.ceilDiv(count * format.bits(), (long) Byte.SIZE);
    }

    /** Returns the bytes of all columns. */
    long bytes() {
        return start(rows - 1) + stride(rows - 1) * dimension;
    }

    /** Returns where an entry stands; for bits, the byte that holds it. */
    long offset(int column, int row) {
        return start(row) + column * stride(row) + (long) (row % groupRows()) * format.bits() / Byte.SIZE;
    }

    /** Returns where the group of a row begins. */
    private long start(int row) {
        return row / groupRows() * stride((long) groupRows()) * dimension;
    }
}
