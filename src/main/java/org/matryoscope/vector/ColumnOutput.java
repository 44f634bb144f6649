package org.matryoscope.vector;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Memory or a file that a store's columns are written to before they are read. Safe for several writers at once. */
sealed interface ColumnOutput permits MemoryOutput, FileOutput {
    /**
     * Writes bytes.
     *
     * @param offset from the start of the columns
     * @param bytes native memory
     * @throws org.matryoscope.base.Problem if the disk is full or the file cannot be written
     */
    void write(long offset, MemorySegment bytes);

    /**
     * Ends the writing.
     *
     * @param arena how long the memory is to live
     * @return the columns, to be read only
     */
    MemorySegment finish(Arena arena);

    /** Frees what is held besides the arena's memory; does nothing after {@link #finish}. */
    void abandon();
}
