package org.matryoscope.vector;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Fills a {@link VectorStore} row by row. Rows are gathered in a small buffer and written out a column at a time, since
 * writing each row at once would touch D distant cache lines. Not thread-safe.
 */
public final class VectorStoreBuilder implements AutoCloseable {
    private static final int BUFFERED_ROWS = 256;

    private final int rows;
    private final int dimension;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment data;
    private final BitSet put = new BitSet();
    private final List<ExcludedRow> excluded = new ArrayList<>();
    private final float[][] buffer;
    private final int[] bufferedRow = new int[BUFFERED_ROWS];
    private int buffered;
    private boolean built;

    VectorStoreBuilder(int rows, int dimension) {
        if (rows < 1 || dimension < 1) {
            throw new IllegalArgumentException("a store needs at least one row and one dimension");
        }
        this.rows = rows;
        this.dimension = dimension;
        this.buffer = new float[BUFFERED_ROWS][dimension];
        boolean allocated = false;
        try {
            this.data = ColumnMemory.allocate(arena, VectorStore.stride(rows) * dimension * Float.BYTES);
            allocated = true;
        } finally {
            if (!allocated) {
                arena.close();
            }
        }
    }

    /**
     * Puts one row, scaled to length 1.
     *
     * @param row 0 … N − 1, each exactly once
     * @param vector its D entries; copied
     * @throws IllegalArgumentException if the vector has another length, or the row was put before
     */
    public void put(int row, float[] vector) {
        Objects.checkIndex(row, rows);
        if (vector.length != dimension) {
            throw new IllegalArgumentException(
                    "row " + row + " has " + vector.length + " entries, expected " + dimension);
        }
        if (put.get(row)) {
            throw new IllegalArgumentException("row " + row + " was put before");
        }
        put.set(row);
        if (buffered == BUFFERED_ROWS) {
            flush();
        }
        bufferedRow[buffered] = row;
        if (!UnitVectors.scale(vector, buffer[buffered])) {
            excluded.add(new ExcludedRow(row, UnitVectors.defect(vector)));
        }
        buffered++;
    }

    private void flush() {
        long stride = VectorStore.stride(rows);
        for (int column = 0; column < dimension; column++) {
            for (int i = 0; i < buffered; i++) {
                data.setAtIndex(ValueLayout.JAVA_FLOAT, column * stride + bufferedRow[i], buffer[i][column]);
            }
        }
        buffered = 0;
    }

    /**
     * Finishes the store, which then owns the memory.
     *
     * @return the store
     * @throws IllegalStateException if a row is missing, or the store was built before
     */
    public VectorStore build() {
        if (built) {
            throw new IllegalStateException("the store was built before");
        }
        if (put.cardinality() < rows) {
            throw new IllegalStateException("row " + put.nextClearBit(0) + " was never put");
        }
        flush();
        built = true;
        excluded.sort(Comparator.comparingInt(ExcludedRow::row));
        return new VectorStore(arena, data, rows, dimension, excluded);
    }

    /** Frees the memory of a store that was not built; does nothing after {@link #build()}. */
    @Override
    public void close() {
        if (!built && arena.scope().isAlive()) {
            arena.close();
        }
    }
}
