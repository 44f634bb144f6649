package org.matryoscope.vector;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Rows on their way into columns, as many as a group of the layout: scaled to length 1 and transposed here, in tiles that stay in
 * the cache, and written out at once if they are a whole group, else column by column.
 */
final class RowStage {
    /** Rows and columns of a tile. */
    private static final int TILE = 64;
    /** Rows moved together: neighbours in a column, so that their places need to be found only once. */
    private static final int ROWS_AT_ONCE = 4;

    private final ColumnLayout layout;
    private final int capacity;
    private final long stride;
    /** Outside the heap, so that what needs no sorting is written from here as it lies. */
    private final MemorySegment columns;
    private final int[] rowOfSlot;
    private final Queue<ExcludedRow> excluded = new ConcurrentLinkedQueue<>();
    private int size;

    RowStage(ColumnLayout layout) {
        this.layout = layout;
        capacity = layout.contiguous(0);
        stride = layout.stride(0);
        columns = floats(stride * layout.dimension());
        rowOfSlot = new int[capacity];
    }

    /** Returns how many more rows there is room for. */
    int room() {
        return capacity - size;
    }

    /** Returns the rows found to have no direction so far, in any order. */
    List<ExcludedRow> excluded() {
        return List.copyOf(excluded);
    }

    /**
     * Takes rows for which there is room.
     *
     * @param rows their indices, from {@code at} on
     * @param vectors row-major, likewise
     */
    void add(int[] rows, float[] vectors, int at, int count) {
        System.arraycopy(rows, at, rowOfSlot, size, count);
        int start = size;
        IntStream.range(0, Math.ceilDiv(count, TILE)).parallel().forEach(i -> {
            int tile = i * TILE;
            transpose(vectors, at + tile, start + tile, Math.min(TILE, count - tile));
        });
        size += count;
    }

    private void transpose(float[] vectors, int firstRow, int firstSlot, int count) {
        int dimension = layout.dimension();
        double[] scales = new double[count];
        for (int i = 0; i < count; i++) {
            scales[i] = UnitVectors.factor(vectors, (firstRow + i) * dimension, dimension);
            if (scales[i] == 0) {
                exclude(vectors, firstRow + i, rowOfSlot[firstSlot + i]);
            }
        }
        boolean regular = count % ROWS_AT_ONCE == 0 && DoubleStream.of(scales).allMatch(scale -> scale > 0);
        for (int from = 0; from < dimension; from += TILE) {
            int to = Math.min(dimension, from + TILE);
            for (int i = 0; i < count; i += regular ? ROWS_AT_ONCE : 1) {
                int source = (firstRow + i) * dimension;
                if (regular) {
                    putRows(vectors, source, scales, i, firstSlot + i, from, to);
                } else {
                    putRow(vectors, source, scales[i], firstSlot + i, from, to);
                }
            }
        }
    }

    private void putRows(float[] vectors, int source, double[] scales, int first, int slot, int from, int to) {
        int dimension = layout.dimension();
        double scale0 = scales[first];
        double scale1 = scales[first + 1];
        double scale2 = scales[first + 2];
        double scale3 = scales[first + 3];
        for (int column = from; column < to; column++) {
            int entry = source + column;
            long at = place(column, slot);
            set(at, vectors[entry] * scale0);
            set(at + Float.BYTES, vectors[entry + dimension] * scale1);
            set(at + 2 * Float.BYTES, vectors[entry + 2 * dimension] * scale2);
            set(at + 3 * Float.BYTES, vectors[entry + 3 * dimension] * scale3);
        }
    }

    private void putRow(float[] vectors, int source, double scale, int slot, int from, int to) {
        for (int column = from; column < to; column++) {
            // Not a product with 0, which of an infinite entry is not a number.
            set(place(column, slot), scale == 0 ? 0 : vectors[source + column] * scale);
        }
    }

    private long place(int column, int slot) {
        return column * stride + (long) slot * Float.BYTES;
    }

    private void set(long at, double entry) {
        columns.set(ValueLayout.JAVA_FLOAT, at, (float) entry);
    }

    private void exclude(float[] vectors, int at, int row) {
        int from = at * layout.dimension();
        excluded.add(
                new ExcludedRow(row, UnitVectors.defect(Arrays.copyOfRange(vectors, from, from + layout.dimension()))));
    }

    /** Writes the rows out and is empty again. */
    void flush(ColumnOutput output) {
        if (size == 0) {
            return;
        }
        Optional<int[]> order = orderByRow();
        int[] rows = order.map(slots -> IntStream.of(slots).map(slot -> rowOfSlot[slot]).toArray())
                .orElseGet(() -> Arrays.copyOf(rowOfSlot, size));
        if (order.isEmpty() && isWholeGroup()) {
            output.write(layout.offset(0, rowOfSlot[0]), columns);
            size = 0;
            return;
        }
        MemorySegment sorted = floats(order.isPresent() ? (long) size * Float.BYTES : 0);
        for (int column = 0; column < layout.dimension(); column++) {
            MemorySegment entries = columns.asSlice(place(column, 0));
            if (order.isPresent()) {
                sort(entries, order.get(), sorted);
                writeRuns(column, rows, sorted, output);
            } else {
                writeRuns(column, rows, entries, output);
            }
        }
        size = 0;
    }

    /** Whether rows in ascending order are a group that lies here as it is to lie in the end. */
    private boolean isWholeGroup() {
        int first = rowOfSlot[0];
        return first % layout.groupRows() == 0 && size == layout.contiguous(first)
                && rowOfSlot[size - 1] == first + size - 1 && stride == layout.stride(first);
    }

    /** Returns the slots in the order of their rows, or nothing where they are in that order already. */
    private Optional<int[]> orderByRow() {
        boolean ascending = IntStream.range(1, size).allMatch(i -> rowOfSlot[i] > rowOfSlot[i - 1]);
        return ascending
                ? Optional.empty()
                : Optional.of(IntStream.range(0, size)
                        .boxed()
                        .sorted(Comparator.comparingInt(slot -> rowOfSlot[slot]))
                        .mapToInt(slot -> slot)
                        .toArray());
    }

    private static void sort(MemorySegment entries, int[] order, MemorySegment sorted) {
        for (int i = 0; i < order.length; i++) {
            sorted.setAtIndex(ValueLayout.JAVA_FLOAT, i, entries.getAtIndex(ValueLayout.JAVA_FLOAT, order[i]));
        }
    }

    private void writeRuns(int column, int[] rows, MemorySegment bytes, ColumnOutput output) {
        for (int from = 0; from < rows.length;) {
            int to = from + 1;
            int end = Math.min(rows.length, from + layout.contiguous(rows[from]));
            while (to < end && rows[to] == rows[to - 1] + 1) {
                to++;
            }
            output.write(layout.offset(column, rows[from]),
                    bytes.asSlice((long) from * Float.BYTES, (long) (to - from) * Float.BYTES));
            from = to;
        }
    }

    private static MemorySegment floats(long bytes) {
        return Arena.ofAuto().allocate(bytes, Float.BYTES);
    }
}
