package org.matryoscope.vector;

import java.lang.foreign.Arena;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

import org.matryoscope.base.Progress;

/**
 * N × D document vectors, stored column by column in a {@link NumberFormat} outside the Java heap, so that a prefix of any
 * length is a contiguous part of memory. Each row is scaled to length 1 at full dimension when it is put in: cosines are unchanged, a
 * plain dot product of cut vectors is that of the cut unit vectors, and energies sum to 1. What is read are the decoded entries,
 * which other formats than float32 round, so that a decoded row's length is only nearly 1. Rows that have no direction
 * (all zero) or hold NaN or an infinity are listed in {@link #excluded()} and stored as zeros.
 *
 * <p>Immutable and safe for several threads. After {@link #close()} every read throws {@link IllegalStateException}, also
 * in a thread that was reading when another one closed the store.
 */
public final class VectorStore implements AutoCloseable {
    private final Arena arena;
    private final Columns columns;
    private final ColumnLayout layout;
    private final List<ExcludedRow> excluded;
    private final BitSet excludedSet = new BitSet();

    VectorStore(Arena arena, Columns columns, List<ExcludedRow> excluded) {
        this.arena = arena;
        this.columns = columns;
        this.layout = columns.layout();
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
     * Starts a float32 store that is filled row by row, in any order, without a second copy of the vectors.
     *
     * @param rows N ≥ 1
     * @param dimension D ≥ 1
     * @return the builder, to be closed by the caller whether or not it was built
     * @throws org.matryoscope.base.Problem if the store is too large for memory and the disk has no room for it either
     */
    public static VectorStoreBuilder builder(int rows, int dimension) {
        return builder(rows, dimension, NumberFormat.FLOAT32);
    }

    /**
     * Starts a store that is filled row by row, in any order. In other formats than float32 the float32 vectors are kept until
     * the store is built (from 1 GiB on in a temporary file), since a column's scale depends on its last row.
     *
     * @param rows N ≥ 1
     * @param dimension D ≥ 1
     * @param format how the store keeps the vectors
     * @return the builder, to be closed by the caller whether or not it was built
     * @throws org.matryoscope.base.Problem if the store is too large for memory and the disk has no room for it either
     */
    public static VectorStoreBuilder builder(int rows, int dimension, NumberFormat format) {
        ColumnLayout layout = new ColumnLayout(rows, dimension, format);
        return new VectorStoreBuilder(layout, new MemoryTarget(layout, Disk.temporaryFolder()));
    }

    /**
     * Copies the vectors into another format.
     *
     * @param format the copy's
     * @param progress told of the columns converted; cancels
     * @return the copy, of the decoded vectors of this store; rows are not scaled again
     * @throws org.matryoscope.base.Problem if the copy is too large for memory and the disk has no room for it either
     */
    public VectorStore in(NumberFormat format, Progress progress) {
        ColumnLayout copyLayout = layout.in(format);
        ColumnMemory memory = new ColumnMemory(copyLayout, Disk.temporaryFolder());
        boolean copied = false;
        try {
            float[] scales = new FormatCopy(this, copyLayout, memory.output()).run(progress);
            VectorStore copy = memory.finish(scales, excluded);
            copied = true;
            return copy;
        } finally {
            if (!copied) {
                memory.abandon();
            }
        }
    }

    /** Returns N. */
    public int rows() {
        return layout.rows();
    }

    /** Returns D. */
    public int dimension() {
        return layout.dimension();
    }

    /** Returns how the vectors are kept. */
    public NumberFormat format() {
        return layout.format();
    }

    /** Returns the encoded entries. */
    Columns columns() {
        return columns;
    }

    /** Returns the rows left out of every ranking and statistic, ascending, with the reason. */
    public List<ExcludedRow> excluded() {
        return excluded;
    }

    /** Returns how many rows are not excluded. */
    public int includedRows() {
        return rows() - excluded.size();
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
        return next < 0 ? rows() : next;
    }

    /**
     * Reads one vector.
     *
     * @param row 0 … N − 1
     * @return its D decoded entries, of length 1 or, by rounding, nearly; all zero for an excluded row
     */
    public float[] row(int row) {
        Objects.checkIndex(row, rows());
        float[] vector = new float[dimension()];
        for (int column = 0; column < vector.length; column++) {
            vector[column] = at(column, row);
        }
        return vector;
    }

    private float at(int column, int row) {
        float entry = columns.at(column, row);
        return isExcluded(row) ? 0 : entry;
    }

    /**
     * Copies consecutive entries of one column.
     *
     * @param column 0 … D − 1
     * @param fromRow the first row
     * @param target receives the decoded entries from index 0; zero for excluded rows
     * @param count how many
     */
    public void copyColumn(int column, int fromRow, float[] target, int count) {
        Objects.checkIndex(column, dimension());
        Objects.checkFromIndexSize(fromRow, count, rows());
        columns.copy(column, fromRow, target, count);
        if (format() == NumberFormat.BINARY) {
            // The one format that has no zero.
            for (int row = nextExcluded(fromRow); row < fromRow + count; row = nextExcluded(row + 1)) {
                target[row - fromRow] = 0;
            }
        }
    }

    /**
     * Copies chosen entries of one column; fastest with ascending rows.
     *
     * @param column 0 … D − 1
     * @param chosen the rows
     * @param target receives the decoded entries, in the order of {@code chosen}
     */
    public void gatherColumn(int column, int[] chosen, float[] target) {
        Objects.checkIndex(column, dimension());
        for (int i = 0; i < chosen.length; i++) {
            target[i] = at(column, Objects.checkIndex(chosen[i], rows()));
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
