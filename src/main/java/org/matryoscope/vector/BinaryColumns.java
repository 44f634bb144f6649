package org.matryoscope.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Signs of entries, a bit each: 64 rows of one column to a long, the first in its lowest bit, 1 for x ≥ 0.
 *
 * @param layout where they stand
 * @param data the memory
 */
record BinaryColumns(ColumnLayout layout, MemorySegment data) implements Columns {
    @Override
    public void copy(int column, int fromRow, float[] target, int at, int count) {
        float[] magnitude = {-magnitude(), magnitude()};
        for (int i = 0; i < count;) {
            int row = fromRow + i;
            long word = word(column, row) >>> row;
            int end = Math.min(count, i + Long.SIZE - row % Long.SIZE);
            for (; i < end; i++) {
                target[at + i] = magnitude[(int) word & 1];
                word >>>= 1;
            }
        }
    }

    @Override
    public float at(int column, int row) {
        return (word(column, row) >>> row & 1) == 1 ? magnitude() : -magnitude();
    }

    /** Returns the long that holds a row's bit, at place row mod 64. */
    long word(int column, int row) {
        return data.get(ValueLayout.JAVA_LONG, layout.offset(column, row / Long.SIZE * Long.SIZE));
    }

    private float magnitude() {
        return (float) (1 / Math.sqrt(layout.dimension()));
    }
}
