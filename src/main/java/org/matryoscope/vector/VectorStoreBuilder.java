package org.matryoscope.vector;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/**
 * Fills a {@link VectorStore} with rows, fastest in ascending order and by blocks. Rows are gathered in stages of some 64 MiB
 * and written out a column at a time. Not thread-safe; uses all cores itself.
 */
public final class VectorStoreBuilder implements AutoCloseable {
    private static final int BUFFERED_ROWS = 256;

    private final ColumnLayout layout;
    private final StoreTarget target;
    private final RowStages stages;
    private final BitSet put = new BitSet();
    private final Map<Integer, String> reasons = new HashMap<>();
    private final float[] buffer;
    private final int[] bufferedRow;
    private int buffered;
    private boolean built;

    VectorStoreBuilder(ColumnLayout layout, StoreTarget target) {
        this.layout = layout;
        this.target = target;
        stages = new RowStages(layout.in(NumberFormat.FLOAT32), target.floats());
        bufferedRow = new int[Math.min(BUFFERED_ROWS, layout.rows())];
        buffer = new float[bufferedRow.length * layout.dimension()];
    }

    /**
     * Puts one row, scaled to length 1.
     *
     * @param row 0 … N − 1, each exactly once
     * @param vector its D entries; copied
     * @throws IllegalArgumentException if the vector has another length, or the row was put before
     * @throws Problem if the vectors' file cannot be written
     */
    public void put(int row, float[] vector) {
        Objects.checkIndex(row, layout.rows());
        if (vector.length != layout.dimension()) {
            throw new IllegalArgumentException(
                    "row " + row + " has " + vector.length + " entries, expected " + layout.dimension());
        }
        mark(row, 1);
        if (buffered == bufferedRow.length) {
            stageBuffer();
        }
        bufferedRow[buffered] = row;
        System.arraycopy(vector, 0, buffer, buffered * layout.dimension(), layout.dimension());
        buffered++;
    }

    /**
     * Puts consecutive rows, each scaled to length 1. Blocks of a few thousand rows or more are split over all cores.
     *
     * @param firstRow the first, 0 … N − 1
     * @param count how many, at least 1
     * @param rowMajor their entries, count · D or more; copied
     * @throws IllegalArgumentException if the entries are too few, or a row was put before
     * @throws Problem if the vectors' file cannot be written
     */
    public void putBlock(int firstRow, int count, float[] rowMajor) {
        Objects.checkFromIndexSize(firstRow, count, layout.rows());
        if (rowMajor.length < (long) count * layout.dimension()) {
            throw new IllegalArgumentException(count + " rows have " + rowMajor.length + " entries, expected "
                    + (long) count * layout.dimension());
        }
        mark(firstRow, count);
        stageBuffer();
        stages.add(IntStream.range(firstRow, firstRow + count).toArray(), rowMajor, count);
    }

    /**
     * Says why rows cannot be compared, where their entries do not tell. It matters only for rows that are left out anyway.
     *
     * @param row 0 … N − 1
     * @param reason as {@link ExcludedRow#reason()}
     */
    public void explain(int row, String reason) {
        Objects.checkIndex(row, layout.rows());
        reasons.put(row, reason);
    }

    private void mark(int firstRow, int count) {
        int before = put.nextSetBit(firstRow);
        if (before >= 0 && before < firstRow + count) {
            throw new IllegalArgumentException("row " + before + " was put before");
        }
        put.set(firstRow, firstRow + count);
    }

    private void stageBuffer() {
        stages.add(bufferedRow, buffer, buffered);
        buffered = 0;
    }

    /**
     * Finishes the store, which then owns the memory.
     *
     * @return the store
     * @throws IllegalStateException if a row is missing, or the store was built before
     * @throws Problem if the vectors' file cannot be written
     */
    public VectorStore build() {
        return build(Progress.NONE);
    }

    /**
     * Finishes the store, which then owns the memory.
     *
     * @param progress told of the columns converted, where the format is not float32; cancels
     * @return the store
     * @throws IllegalStateException if a row is missing, or the store was built before
     * @throws Problem if the vectors' file cannot be written
     */
    public VectorStore build(Progress progress) {
        if (built) {
            throw new IllegalStateException("the store was built before");
        }
        if (put.cardinality() < layout.rows()) {
            throw new IllegalStateException("row " + put.nextClearBit(0) + " was never put");
        }
        stageBuffer();
        VectorStore store = target.finish(stages.finish()
                .stream()
                .map(each -> new ExcludedRow(each.row(), reasons.getOrDefault(each.row(), each.reason())))
                .toList(), progress);
        built = true;
        return store;
    }

    /** Frees the memory and deletes the files of a store that was not built; does nothing after {@link #build()}. */
    @Override
    public void close() {
        stages.close();
        if (!built) {
            target.abandon();
        }
    }
}
