package org.matryoscope.vector;

import java.lang.foreign.MemorySegment;

/** A store's entries in one number format. Indices are not checked here. */
sealed interface Columns permits Float32Columns, Float16Columns, Int8Columns, BinaryColumns {
    /**
     * Reads the entries of a store.
     *
     * @param layout where they stand
     * @param data the memory
     * @param scales for {@link NumberFormat#INT8}, one a column; else empty
     */
    static Columns of(ColumnLayout layout, MemorySegment data, float[] scales) {
        return switch (layout.format()) {
            case FLOAT32 -> new Float32Columns(layout, data);
            case FLOAT16 -> new Float16Columns(layout, data);
            case INT8 -> new Int8Columns(layout, data, scales);
            case BINARY -> new BinaryColumns(layout, data);
        };
    }

    /** Returns where entries stand. */
    ColumnLayout layout();

    /** Returns the memory. */
    MemorySegment data();

    /** Returns one scale a column, or nothing for a format without. */
    default float[] scales() {
        return new float[0];
    }

    /** Decodes consecutive entries of one column to the start of {@code target}. */
    default void copy(int column, int fromRow, float[] target, int count) {
        for (int done = 0; done < count;) {
            int row = fromRow + done;
            int some = Math.min(count - done, layout().contiguous(row));
            copy(column, row, target, done, some);
            done += some;
        }
    }

    /** Decodes entries of one column that stand one after the other, to {@code target} from {@code at} on. */
    void copy(int column, int fromRow, float[] target, int at, int count);

    /** Decodes one entry. */
    float at(int column, int row);
}
