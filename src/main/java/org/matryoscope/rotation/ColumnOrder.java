package org.matryoscope.rotation;

import org.matryoscope.vector.VectorStore;

/** Puts dimensions into another order, which only moves columns. */
final class ColumnOrder implements BlockMap {
    private final int[] order;
    private float[] column = new float[0];

    /** Makes dimension {@code order[i]} the i-th. */
    ColumnOrder(int[] order) {
        this.order = order;
    }

    @Override
    public void map(VectorStore store, int from, int count, float[] images) {
        if (column.length < count) {
            column = new float[count];
        }
        for (int i = 0; i < order.length; i++) {
            store.copyColumn(order[i], from, column, count);
            for (int row = 0; row < count; row++) {
                images[row * order.length + i] = column[row];
            }
        }
    }

    @Override
    public void close() {
        // Holds memory only.
    }
}
