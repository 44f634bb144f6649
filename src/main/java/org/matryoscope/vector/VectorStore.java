package org.matryoscope.vector;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * N × D document vectors, stored column by column as float32 outside the Java heap, so that a prefix of any length is a
 * contiguous part of memory. Each row is scaled to length 1 at full dimension when it is put in: cosines are unchanged, a
 * plain dot product of cut vectors is that of the cut unit vectors, and energies sum to 1. Rows that have no direction
 * (all zero) or hold NaN or an infinity are listed in {@link #excluded()} and stored as zeros.
 *
 * <p>Immutable and safe for several threads. After {@link #close()} every read throws {@link IllegalStateException}, also
 * in a thread that was reading when another one closed the store.
 */
public final class VectorStore implements AutoCloseable {
    private static final int FLOATS_PER_CACHE_LINE = 16;

    private final Arena arena;
    private final MemorySegment data;
    private final int rows;
    private final int dimension;
    private final List<ExcludedRow> excluded;
    private final BitSet excludedSet = new BitSet();

    VectorStore(Arena arena, MemorySegment data, int rows, int dimension, List<ExcludedRow> excluded) {
        this.arena = arena;
        this.data = data;
        this.rows = rows;
        this.dimension = dimension;
        this.excluded = List.copyOf(excluded);
        excluded.forEach(row -> excludedSet.set(row.row()));
    }

    /**
     * Copies row vectors into a new store.
     *
     * @param rows N ≥ 1 rows of D ≥ 1 entries
     * @return the store
     * @throws IllegalArgumentException if there is no row, or the rows differ in length
     */
    public static VectorStore of(float[][] rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("a store needs at least one row");
        }
        try (VectorStoreBuilder builder = builder(rows.length, rows[0].length)) {
            for (int row = 0; row < rows.length; row++) {
                builder.put(row, rows[row]);
            }
            return builder.build();
        }
    }

    /**
     * Starts a store that is filled row by row, in any order, without a second copy of the vectors.
     *
     * @param rows N ≥ 1
     * @param dimension D ≥ 1
     * @return the builder, to be closed by the caller whether or not it was built
     * @throws org.matryoscope.base.Problem if the store is too large for memory and the disk has no room for it either
     */
    public static VectorStoreBuilder builder(int rows, int dimension) {
        return new VectorStoreBuilder(rows, dimension);
    }

    /** Floats from the start of one column to the start of the next: columns begin on cache lines. */
    static long stride(int rows) {
        return ((long) rows + FLOATS_PER_CACHE_LINE - 1) / FLOATS_PER_CACHE_LINE * FLOATS_PER_CACHE_LINE;
    }

    /** Returns N. */
    public int rows() {
        return rows;
    }

    /** Returns D. */
    public int dimension() {
        return dimension;
    }

    /** Returns the rows left out of every ranking and statistic, ascending, with the reason. */
    public List<ExcludedRow> excluded() {
        return excluded;
    }

    /** Returns how many rows are not excluded. */
    public int includedRows() {
        return rows - excluded.size();
    }

    /**
     * Tells whether a row is left out.
     *
     * @param row 0 … N − 1
     */
    public boolean isExcluded(int row) {
        return excludedSet.get(row);
    }

    /** Returns the first excluded row at or after {@code row}, or N if there is none. */
    int nextExcluded(int row) {
        int next = excludedSet.nextSetBit(row);
        return next < 0 ? rows : next;
    }

    /**
     * Reads one vector.
     *
     * @param row 0 … N − 1
     * @return its D entries, of length 1; all zero for an excluded row
     */
    public float[] row(int row) {
        Objects.checkIndex(row, rows);
        float[] vector = new float[dimension];
        for (int column = 0; column < dimension; column++) {
            vector[column] = data.getAtIndex(ValueLayout.JAVA_FLOAT, column * stride(rows) + row);
        }
        return vector;
    }

    /**
     * Copies consecutive entries of one column.
     *
     * @param column 0 … D − 1
     * @param fromRow the first row
     * @param target receives the entries from index 0
     * @param count how many
     */
    public void copyColumn(int column, int fromRow, float[] target, int count) {
        Objects.checkIndex(column, dimension);
        Objects.checkFromIndexSize(fromRow, count, rows);
        MemorySegment.copy(data, ValueLayout.JAVA_FLOAT, (column * stride(rows) + fromRow) * Float.BYTES, target, 0,
                count);
    }

    /**
     * Copies chosen entries of one column; fastest with ascending rows.
     *
     * @param column 0 … D − 1
     * @param chosen the rows
     * @param target receives the entries, in the order of {@code chosen}
     */
    public void gatherColumn(int column, int[] chosen, float[] target) {
        Objects.checkIndex(column, dimension);
        long start = column * stride(rows);
        for (int i = 0; i < chosen.length; i++) {
            target[i] = data.getAtIndex(ValueLayout.JAVA_FLOAT, start + Objects.checkIndex(chosen[i], rows));
        }
    }

    /** Frees the memory; a second call does nothing. */
    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
