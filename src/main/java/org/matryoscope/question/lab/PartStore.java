package org.matryoscope.question.lab;

import org.matryoscope.base.Progress;
import org.matryoscope.rotation.Rotation;
import org.matryoscope.study.RotatedVectors;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.RowSample;
import org.matryoscope.vector.VectorStore;

/**
 * Some of a store's rows, to be looked at through one map after another.
 *
 * @param store N × D
 * @param rows those of the part, ascending, none of them excluded
 */
record PartStore(VectorStore store, int[] rows) {
    /**
     * Maps them.
     *
     * @param map what they are seen through
     * @param progress cancels
     * @return a store of the part's rows in their order, the caller's to close
     */
    VectorStore through(Rotation map, Progress progress) {
        if (rows.length == store.rows()) {
            return mapped(store, map, progress);
        }
        try (VectorStore part = RowSample.copy(store, rows, Progress.NONE)) {
            return mapped(part, map, progress);
        }
    }

    private static VectorStore mapped(VectorStore given, Rotation map, Progress progress) {
        return RotatedVectors.IN_MEMORY.map(given, "", NumberFormat.FLOAT32, part -> map, progress).store();
    }
}
