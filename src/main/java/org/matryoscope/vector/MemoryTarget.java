package org.matryoscope.vector;

import java.nio.file.Path;
import java.util.List;

import org.matryoscope.base.Progress;

/** A store that goes away when it is closed. */
final class MemoryTarget implements StoreTarget {
    private final NumberFormat format;
    private final ColumnMemory memory;

    /** Makes room for the float32 columns; large ones in a temporary file in {@code folder}. */
    MemoryTarget(ColumnLayout layout, Path folder) {
        format = layout.format();
        memory = new ColumnMemory(layout.in(NumberFormat.FLOAT32), folder);
    }

    @Override
    public ColumnOutput floats() {
        return memory.output();
    }

    @Override
    public VectorStore finish(List<ExcludedRow> excluded, Progress progress) {
        VectorStore store = finishFloats(excluded);
        if (format == NumberFormat.FLOAT32) {
            return store;
        }
        try (store) {
            return store.in(format, progress);
        }
    }

    /** Makes the store of float32 columns, whatever the format asked for. */
    VectorStore finishFloats(List<ExcludedRow> excluded) {
        return memory.finish(new float[0], excluded);
    }

    @Override
    public void abandon() {
        memory.abandon();
    }
}
