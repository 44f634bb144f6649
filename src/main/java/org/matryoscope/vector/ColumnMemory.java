package org.matryoscope.vector;

import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;

/** Room for a store's columns: in memory while they are small, else in a temporary file, which is mapped. */
final class ColumnMemory {
    private static final long MAPPED_FROM_BYTES = 1L << 30;
    private static final int CACHE_LINE_BYTES = 64;

    private final ColumnLayout layout;
    private final Arena arena = Arena.ofShared();
    private final ColumnOutput output;

    /**
     * Makes room.
     *
     * @param layout what for
     * @param folder where the temporary file goes, if there is one
     * @throws org.matryoscope.base.Problem if a temporary file is needed and the disk has no room for it
     */
    ColumnMemory(ColumnLayout layout, Path folder) {
        this.layout = layout;
        boolean allocated = false;
        try {
            output = layout.bytes() < MAPPED_FROM_BYTES
                    ? new MemoryOutput(arena.allocate(layout.bytes(), CACHE_LINE_BYTES))
                    : FileOutput.temporary(folder, layout.bytes());
            allocated = true;
        } finally {
            if (!allocated) {
                arena.close();
            }
        }
    }

    /** Returns where the columns are written. */
    ColumnOutput output() {
        return output;
    }

    /** Makes a store of the columns written, which then owns the memory. */
    VectorStore finish(float[] scales, List<ExcludedRow> excluded) {
        return new VectorStore(arena, Columns.of(layout, output.finish(arena), scales), excluded);
    }

    /** Frees memory and file, also those of a store made of them. */
    void abandon() {
        output.abandon();
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
