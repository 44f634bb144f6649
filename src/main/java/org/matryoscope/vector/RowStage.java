package org.matryoscope.vector;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Rows on their way into columns: scaled to length 1 and transposed here, in tiles that stay in the cache, and written out in
 * runs as long as the stage is high, since a short run costs as much as a long one.
 */
final class RowStage {
    private static final int FLOATS = 1 << 24;
    /** Floats of a page of memory: runs of whole pages spare the file system from filling them twice. */
    private static final int PAGE = 1024;
    private static final int TILE = 16;
    private static final int TILES_A_TASK = 16;

    private final ColumnLayout layout;
    private final int capacity;
    private final int stride;
    /** Outside the heap, so that what needs no sorting is written from here as it lies. */
    private final FloatBuffer columns;
    private final MemorySegment columnBytes;
    private final int[] rowOfSlot;
    private final Queue<ExcludedRow> excluded = new ConcurrentLinkedQueue<>();
    private int size;

    RowStage(ColumnLayout layout) {
        this.layout = layout;
        int rows = Math.max(TILE, FLOATS / layout.dimension() / PAGE * PAGE);
        capacity = Math.min(layout.rows(), rows);
        // Columns a power of two apart would all fall into the same few cache lines.
        stride = Math.ceilDiv(capacity, TILE) * TILE + TILE;
        ByteBuffer memory = floats(Math.multiplyExact(stride, layout.dimension()));
        columns = memory.asFloatBuffer();
        columnBytes = MemorySegment.ofBuffer(memory);
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
        int task = TILE * TILES_A_TASK;
        IntStream.range(0, Math.ceilDiv(count, task)).parallel().forEach(i -> {
            int end = Math.min(count, (i + 1) * task);
            for (int tile = i * task; tile < end; tile += TILE) {
                transpose(vectors, at + tile, start + tile, Math.min(TILE, end - tile));
            }
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
        for (int from = 0; from < dimension; from += TILE) {
            int to = Math.min(dimension, from + TILE);
            for (int i = 0; i < count; i++) {
                if (scales[i] == 0) {
                    clear(firstSlot + i, from, to);
                } else {
                    put(vectors, (firstRow + i) * dimension, scales[i], firstSlot + i, from, to);
                }
            }
        }
    }

    private void put(float[] vectors, int source, double scale, int slot, int from, int to) {
        for (int column = from; column < to; column++) {
            columns.put(column * stride + slot, (float) (vectors[source + column] * scale));
        }
    }

    private void clear(int slot, int from, int to) {
        for (int column = from; column < to; column++) {
            columns.put(column * stride + slot, 0);
        }
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
        ByteBuffer sorted = floats(order.isPresent() ? size : 0);
        for (int column = 0; column < layout.dimension(); column++) {
            int start = column * stride;
            if (order.isPresent()) {
                sort(start, order.get(), sorted.asFloatBuffer());
                writeRuns(column, rows, MemorySegment.ofBuffer(sorted), output);
            } else {
                writeRuns(column, rows, columnBytes.asSlice((long) start * Float.BYTES), output);
            }
        }
        size = 0;
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

    private void sort(int start, int[] order, FloatBuffer sorted) {
        for (int slot : order) {
            sorted.put(columns.get(start + slot));
        }
    }

    private void writeRuns(int column, int[] rows, MemorySegment bytes, ColumnOutput output) {
        for (int from = 0; from < rows.length;) {
            int to = from + 1;
            while (to < rows.length && rows[to] == rows[to - 1] + 1) {
                to++;
            }
            output.write(layout.offset(column, rows[from]),
                    bytes.asSlice((long) from * Float.BYTES, (long) (to - from) * Float.BYTES));
            from = to;
        }
    }

    private static ByteBuffer floats(int count) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(count, Float.BYTES)).order(ByteOrder.nativeOrder());
    }
}
