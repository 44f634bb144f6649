package org.matryoscope.vector;

/**
 * Where entries stand in a store's memory: column after column, in groups of rows. Rows that arrive one after the other fill a
 * group, which is then written in one go; columns that ran through all rows would be written in many places, which made an import of
 * 3 GB take half as long again. A group's column is long enough for a scan to read it as fast as one without groups.
 */
final class ColumnLayout {
    private static final long CACHE_LINE_BYTES = 64;
    /** Entries of a group: 64 MiB in float32. */
    private static final int GROUP_ENTRIES = 1 << 24;

    private final int rows;
    private final int dimension;
    private final NumberFormat format;
    // Single entries are looked up by the million, so nothing is computed twice.
    private final int groupRows;
    private final int groupShift;
    private final int lastGroup;
    private final long groupStride;
    private final long lastStride;
    private final long groupBytes;

    /**
     * Lays out a store.
     *
     * @param rows N ≥ 1
     * @param dimension D ≥ 1
     * @param format how entries are written
     */
    ColumnLayout(int rows, int dimension, NumberFormat format) {
        if (rows < 1 || dimension < 1) {
            throw new IllegalArgumentException("a store needs at least one row and one dimension");
        }
        this.rows = rows;
        this.dimension = dimension;
        this.format = format;
        groupRows = Math.max(BlockScan.BLOCK, Integer.highestOneBit(GROUP_ENTRIES / dimension));
        groupShift = Integer.numberOfTrailingZeros(groupRows);
        lastGroup = (rows - 1) >> groupShift;
        groupStride = strideOf(groupRows);
        lastStride = strideOf(rows - (lastGroup << groupShift));
        groupBytes = groupStride * dimension;
    }

    /** A cache line lies between columns, since those a power of two apart would all fall into the same few lines of the cache. */
    private long strideOf(int count) {
        long bytes = Math.ceilDiv((long) count * format.bits(), (long) Byte.SIZE);
        return Math.ceilDiv(bytes, CACHE_LINE_BYTES) * CACHE_LINE_BYTES + CACHE_LINE_BYTES;
    }

    /** Returns N. */
    int rows() {
        return rows;
    }

    /** Returns D. */
    int dimension() {
        return dimension;
    }

    /** Returns how entries are written. */
    NumberFormat format() {
        return format;
    }

    /** Returns the layout of the same vectors in another format. */
    ColumnLayout in(NumberFormat other) {
        return new ColumnLayout(rows, dimension, other);
    }

    /** Returns the rows of a group, the last of which may have fewer: a power of two, and a multiple of a scan's block. */
    int groupRows() {
        return groupRows;
    }

    /** Returns how many rows from this one on stand one after the other in each column. */
    int contiguous(int row) {
        int group = row >> groupShift;
        return (group == lastGroup ? rows : (group + 1) << groupShift) - row;
    }

    /** Returns the bytes from the start of one column to the start of the next in the group of a row. */
    long stride(int row) {
        return row >> groupShift == lastGroup ? lastStride : groupStride;
    }

    /** Returns the bytes of all columns. */
    long bytes() {
        return lastGroup * groupBytes + lastStride * dimension;
    }

    /** Returns where an entry stands; for bits, the byte that holds it. */
    long offset(int column, int row) {
        long inColumn = (long) (row & (groupRows - 1)) * format.bits() / Byte.SIZE;
        return (row >> groupShift) * groupBytes + column * stride(row) + inColumn;
    }
}
