package org.matryoscope.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Entries as signed bytes times their column's scale.
 *
 * @param layout where they stand
 * @param data the memory
 * @param scales one a column
 */
record Int8Columns(ColumnLayout layout, MemorySegment data, float[] scales) implements Columns {
    /** Entries decoded at once, through an array that stays in the first-level cache. */
    private static final int CHUNK = 1024;

    @Override
    public void copy(int column, int fromRow, float[] target, int at, int count) {
        byte[] codes = new byte[Math.min(CHUNK, count)];
        for (int start = 0; start < count; start += CHUNK) {
            int some = Math.min(CHUNK, count - start);
            MemorySegment.copy(data, ValueLayout.JAVA_BYTE, layout.offset(column, fromRow + start), codes, 0, some);
            Decoding.bytes(codes, scales[column], target, at + start, some);
        }
    }

    @Override
    public float at(int column, int row) {
        return data.get(ValueLayout.JAVA_BYTE, layout.offset(column, row)) * scales[column];
    }
}
