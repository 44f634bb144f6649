package org.matryoscope.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Entries as they are.
 *
 * @param layout where they stand
 * @param data the memory
 */
record Float32Columns(ColumnLayout layout, MemorySegment data) implements Columns {
    @Override
    public void copy(int column, int fromRow, float[] target, int at, int count) {
        MemorySegment.copy(data, ValueLayout.JAVA_FLOAT, layout.offset(column, fromRow), target, at, count);
    }

    @Override
    public float at(int column, int row) {
        return data.get(ValueLayout.JAVA_FLOAT, layout.offset(column, row));
    }
}
