package org.matryoscope.vector;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Columns in memory outside the Java heap.
 *
 * @param data the memory
 */
record MemoryOutput(MemorySegment data) implements ColumnOutput {
    @Override
    public void write(long offset, MemorySegment bytes) {
        MemorySegment.copy(bytes, 0, data, offset, bytes.byteSize());
    }

    @Override
    public MemorySegment finish(Arena arena) {
        return data;
    }

    @Override
    public void abandon() {
        // The arena frees the memory.
    }
}
