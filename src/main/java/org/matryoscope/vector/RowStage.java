package org.matryoscope.vector;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
    private final float[] columns;
    private final int[] rowOfSlot;
    private final Queue<ExcludedRow> excluded = new ConcurrentLinkedQueue<>();
    private int size;

    RowStage(ColumnLayout layout) {
        this.layout = layout;
        int rows = Math.max(TILE, FLOATS / layout.dimension() / PAGE * PAGE);
        capacity = Math.min(layout.rows(), rows);
        // Columns a power of two apart would all fall into the same few cache lines.
        stride = Math.ceilDiv(capacity, TILE) * TILE + TILE;
        columns = new float[Math.multiplyExact(stride, layout.dimension())];
        rowOfSlot = new int[capacity];
    }

    /** Returns how many more rows there is room for. */
    int room() {
        return capacity - size;
    }

    /** Returns the rows found to have no direction, ascending. */
    List<ExcludedRow> excluded() {
        return excluded.stream().sorted(Comparator.comparingInt(ExcludedRow::row)).toList();
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
                int source = (firstRow + i) * dimension;
                double scale = scales[i];
                for (int column = from; column < to; column++) {
                    columns[column * stride + firstSlot + i] = scale == 0
                            ? 0
                            : (float) (vectors[source + column] * scale);
                }
            }
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
        int[] slots = slotsByRow();
        int tasks = Math.min(layout.dimension(), 2 * Runtime.getRuntime().availableProcessors());
        IntStream.range(0, tasks).parallel().forEach(task -> {
            float[] values = new float[size];
            ByteBuffer bytes = ByteBuffer.allocateDirect(size * Float.BYTES).order(ByteOrder.nativeOrder());
            for (int column = task; column < layout.dimension(); column += tasks) {
                int start = column * stride;
                for (int i = 0; i < values.length; i++) {
                    values[i] = columns[start + slots[i]];
                }
                bytes.asFloatBuffer().put(values);
                writeRuns(column, slots, MemorySegment.ofBuffer(bytes), output);
            }
        });
        size = 0;
    }

    private int[] slotsByRow() {
        int[] slots = new int[size];
        boolean ascending = true;
        for (int i = 0; i < size; i++) {
            slots[i] = i;
            ascending &= i == 0 || rowOfSlot[i] > rowOfSlot[i - 1];
        }
        return ascending
                ? slots
                : IntStream.of(slots)
                        .boxed()
                        .sorted(Comparator.comparingInt(slot -> rowOfSlot[slot]))
                        .mapToInt(slot -> slot)
                        .toArray();
    }

    private void writeRuns(int column, int[] slots, MemorySegment bytes, ColumnOutput output) {
        for (int from = 0; from < slots.length;) {
            int to = from + 1;
            while (to < slots.length && rowOfSlot[slots[to]] == rowOfSlot[slots[to - 1]] + 1) {
                to++;
            }
            output.write(layout.offset(column, rowOfSlot[slots[from]]),
                    bytes.asSlice((long) from * Float.BYTES, (long) (to - from) * Float.BYTES));
            from = to;
        }
    }
}
