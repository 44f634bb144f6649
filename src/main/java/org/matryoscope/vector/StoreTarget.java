package org.matryoscope.vector;

import java.util.List;

import org.matryoscope.base.Progress;

/** Where a builder's rows go, and what becomes of them. */
sealed interface StoreTarget permits MemoryTarget, FileTarget {
    /** Returns where float32 columns are written. */
    ColumnOutput floats();

    /**
     * Makes the store of what was written, after which the target holds nothing more.
     *
     * @param excluded rows to leave out, ascending
     * @param progress told of the columns converted; cancels
     */
    VectorStore finish(List<ExcludedRow> excluded, Progress progress);

    /** Frees and deletes everything that was written. */
    void abandon();
}
