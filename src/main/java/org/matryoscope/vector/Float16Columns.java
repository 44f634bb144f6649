package org.matryoscope.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Entries in half precision.
 *
 * @param layout where they stand
 * @param data the memory
 */
record Float16Columns(ColumnLayout layout, MemorySegment data) implements Columns {
    /** Entries decoded at once, through an array that stays in the first-level cache. */
    private static final int CHUNK = 1024;

    @Override
    public void copy(int column, int fromRow, float[] target, int at, int count) {
        short[] halves = new short[Math.min(CHUNK, count)];
        for (int start = 0; start < count; start += CHUNK) {
            int some = Math.min(CHUNK, count - start);
            MemorySegment.copy(data, ValueLayout.JAVA_SHORT, layout.offset(column, fromRow + start), halves, 0, some);
            Decoding.halves(halves, target, at + start, some);
        }
    }

    @Override
    public float at(int column, int row) {
        return Float.float16ToFloat(data.get(ValueLayout.JAVA_SHORT, layout.offset(column, row)));
    }
}
