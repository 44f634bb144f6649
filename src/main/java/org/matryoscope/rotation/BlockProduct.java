package org.matryoscope.rotation;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.matryoscope.vector.VectorStore;

/** Products of a block of columns, D × B, with a matrix or with itself. */
final class BlockProduct implements BlockMap {
    private final int dimension;
    private final MatrixProduct product;
    private final @Nullable FloatMatrix matrix;
    private FloatMatrix block = FloatMatrix.zeros(1, 1);
    private FloatMatrix result = FloatMatrix.zeros(1, 1);
    private float[] column = new float[0];

    private BlockProduct(int dimension, @Nullable FloatMatrix matrix, boolean transposeFirst) {
        this.dimension = dimension;
        this.matrix = matrix;
        product = MatrixProduct.of(transposeFirst, true);
    }

    /** Maps rows by a matrix of D × D, row by row. */
    static BlockProduct rotating(float[] matrix, int dimension) {
        FloatMatrix copy = FloatMatrix.zeros(dimension, dimension);
        copy.put(0, matrix, 0, matrix.length);
        return new BlockProduct(dimension, copy, true);
    }

    /** Multiplies a block with its own transpose. */
    static BlockProduct ofItself(int dimension) {
        return new BlockProduct(dimension, null, false);
    }

    @Override
    public void map(VectorStore store, int from, int count, float[] images) {
        FloatMatrix rows = read(store, from, count);
        FloatMatrix mapped = room(count, dimension);
        product.multiply(rows, Objects.requireNonNull(matrix), mapped);
        mapped.get(images, count * dimension);
    }

    /**
     * Adds Σ x xᵀ over consecutive rows.
     *
     * @param sums D × D, row by row
     */
    void addSecondMoments(VectorStore store, int from, int count, double[] sums) {
        FloatMatrix rows = read(store, from, count);
        FloatMatrix moments = room(dimension, dimension);
        product.multiply(rows, rows, moments);
        float[] values = new float[sums.length];
        moments.get(values, values.length);
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }

    /** Reads columns as they lie, one behind the other. */
    private FloatMatrix read(VectorStore store, int from, int count) {
        if (column.length < count) {
            column = new float[count];
            block = FloatMatrix.zeros(dimension, count);
        }
        FloatMatrix rows = block.as(dimension, count);
        for (int i = 0; i < dimension; i++) {
            store.copyColumn(i, from, column, count);
            rows.put(i * count, column, 0, count);
        }
        return rows;
    }

    private FloatMatrix room(int rows, int columns) {
        if (result.rows() * result.columns() < rows * columns) {
            result = FloatMatrix.zeros(rows, columns);
        }
        return result.as(rows, columns);
    }

    @Override
    public void close() {
        product.close();
    }
}
