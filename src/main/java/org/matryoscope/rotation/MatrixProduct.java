package org.matryoscope.rotation;

import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import org.matryoscope.base.NativeLibrary;

/**
 * Multiplies matrices. ONNX Runtime does it: it is here already for the models, and its products run at several times the
 * speed of plain loops. The same matrices have the same product, to the bit, on one machine.
 */
public final class MatrixProduct implements AutoCloseable {
    static {
        NativeLibrary.ONNX_RUNTIME.prepare();
    }

    private static final String FIRST = "a";
    private static final String SECOND = "b";
    private static final String RESULT = "y";

    private final OrtSession session;

    private MatrixProduct(OrtSession session) {
        this.session = session;
    }

    /**
     * Prepares products of one form.
     *
     * @param transposeFirst whether the first matrix is transposed before
     * @param transposeSecond whether the second is
     */
    public static MatrixProduct of(boolean transposeFirst, boolean transposeSecond) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // Threads that wait by spinning take the cores from what is done between two products.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return new MatrixProduct(OrtEnvironment.getEnvironment()
                    .createSession(GemmGraph.bytes(transposeFirst, transposeSecond), options));
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Multiplies.
     *
     * @param first its shape, transposed where asked for, is m × k
     * @param second k × n
     * @param product receives m × n
     */
    public void multiply(FloatMatrix first, FloatMatrix second, FloatMatrix product) {
        try (OnnxTensor a = first.tensor(); OnnxTensor b = second.tensor(); OnnxTensor y = product.tensor()) {
            // The result is the pinned tensor, which this does not close.
            session.run(Map.of(FIRST, a, SECOND, b), Map.of(RESULT, y)).close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
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
