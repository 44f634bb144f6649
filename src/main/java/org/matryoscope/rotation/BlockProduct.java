package org.matryoscope.rotation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Objects;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import org.jspecify.annotations.Nullable;

import org.matryoscope.base.NativeLibrary;
import org.matryoscope.vector.VectorStore;

/**
 * Products of a block of columns, D × B, with a matrix or with itself. ONNX Runtime multiplies: it is here already for the
 * models, and its products run at several times the speed of plain loops.
 */
final class BlockProduct implements BlockMap {
    static {
        NativeLibrary.ONNX_RUNTIME.prepare();
    }

    private static final String FIRST = "a";
    private static final String SECOND = "b";

    private final int dimension;
    private final OrtSession session;
    private final @Nullable FloatBuffer matrix;
    private FloatBuffer block = FloatBuffer.allocate(0);
    private float[] column = new float[0];

    private BlockProduct(int dimension, @Nullable FloatBuffer matrix, boolean transposeFirst) {
        this.dimension = dimension;
        this.matrix = matrix;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            session = OrtEnvironment.getEnvironment().createSession(GemmGraph.bytes(transposeFirst), options);
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Maps rows by a matrix of D × D, row by row. */
    static BlockProduct rotating(float[] matrix, int dimension) {
        return new BlockProduct(dimension, allocate(matrix.length).put(matrix).flip(), true);
    }

    /** Multiplies a block with its own transpose. */
    static BlockProduct ofItself(int dimension) {
        return new BlockProduct(dimension, null, false);
    }

    @Override
    public void map(VectorStore store, int from, int count, float[] images) {
        FloatBuffer rows = read(store, from, count);
        try (OnnxTensor a = tensor(rows, dimension, count);
                OnnxTensor b = tensor(Objects.requireNonNull(matrix), dimension, dimension);
                OrtSession.Result result = session.run(Map.of(FIRST, a, SECOND, b))) {
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(images, 0, count * dimension);
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Adds Σ x xᵀ over consecutive rows.
     *
     * @param sums D × D, row by row
     */
    void addSecondMoments(VectorStore store, int from, int count, double[] sums) {
        FloatBuffer rows = read(store, from, count);
        try (OnnxTensor a = tensor(rows, dimension, count);
                OrtSession.Result result = session.run(Map.of(FIRST, a, SECOND, a))) {
            FloatBuffer product = ((OnnxTensor) result.get(0)).getFloatBuffer();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += product.get(i);
            }
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads columns as they lie, one behind the other. */
    private FloatBuffer read(VectorStore store, int from, int count) {
        if (column.length < count) {
            column = new float[count];
            block = allocate(dimension * count);
        }
        FloatBuffer rows = block.clear();
        for (int i = 0; i < dimension; i++) {
            store.copyColumn(i, from, column, count);
            rows.put(column, 0, count);
        }
        return rows.flip();
    }

    private static OnnxTensor tensor(FloatBuffer values, long rows, long columns) throws OrtException {
        return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values, new long[]{rows, columns});
    }

    private static FloatBuffer allocate(int floats) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(floats, Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
