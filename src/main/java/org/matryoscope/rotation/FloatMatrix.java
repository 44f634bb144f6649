package org.matryoscope.rotation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;

/** A matrix of float32, row by row, outside the heap, where {@link MatrixProduct} reads and writes it without a copy. */
public final class FloatMatrix {
    private final FloatBuffer values;
    private final int rows;
    private final int columns;

    private FloatMatrix(FloatBuffer values, int rows, int columns) {
        this.values = values;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * Makes a matrix of zeros.
     *
     * @param rows how many rows, at least 1
     * @param columns how many columns, at least 1
     */
    public static FloatMatrix zeros(int rows, int columns) {
        int bytes = Math.multiplyExact(Math.multiplyExact(rows, columns), Float.BYTES);
        return new FloatMatrix(ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer(), rows,
                columns);
    }

    /** Returns how many rows it has. */
    public int rows() {
        return rows;
    }

    /** Returns how many columns it has. */
    public int columns() {
        return columns;
    }

    /** Returns a view of consecutive rows; what is written to it is written to this. */
    public FloatMatrix rows(int from, int count) {
        return new FloatMatrix(values.slice(from * columns, count * columns), count, columns);
    }

    /** Returns its first entries as a matrix of another shape; what is written to it is written to this. */
    public FloatMatrix as(int otherRows, int otherColumns) {
        return new FloatMatrix(values.slice(0, otherRows * otherColumns), otherRows, otherColumns);
    }

    /**
     * Writes entries from a place on.
     *
     * @param at the first place, counted row by row
     * @param source holds them
     * @param from the first of them
     * @param count how many
     */
    public void put(int at, float[] source, int from, int count) {
        values.put(at, source, from, count);
    }

    /**
     * Reads the first entries, row by row.
     *
     * @param target receives them
     * @param count how many
     */
    public void get(float[] target, int count) {
        values.get(0, target, 0, count);
    }

    OnnxTensor tensor() throws OrtException {
        return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values.duplicate(), new long[]{rows, columns});
    }
}
