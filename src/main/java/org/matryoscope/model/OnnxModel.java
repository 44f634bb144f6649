package org.matryoscope.model;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import org.matryoscope.base.NativeLibrary;
import org.matryoscope.base.Problem;

/** A session on the ONNX file of a text encoder. Safe to call from several threads. */
final class OnnxModel implements AutoCloseable {
    static {
        NativeLibrary.ONNX_RUNTIME.prepare();
    }

    private final String file;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final OnnxInputs inputs;
    private final String output;

    /**
     * Opens a session.
     *
     * @param file the ONNX file; external data is found beside it
     * @param threads threads of one run
     * @param taskIds what to feed to an input {@code task_id}
     * @throws Problem if the file is not an ONNX model of a text encoder
     */
    OnnxModel(Path file, int threads, OnnxInputs.TaskIds taskIds) {
        this.file = file.toString();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            session = environment.createSession(this.file, options);
        } catch (OrtException e) {
            throw new Problem(this.file, "the file cannot be loaded as an ONNX model (" + e.getMessage() + ")",
                    "Download the file again; if it has external data, keep that file beside it.", e);
        }
        try {
            inputs = new OnnxInputs(this.file, session.getInputInfo(), taskIds);
            output = OnnxOutput.choose(this.file, session.getOutputInfo());
        } catch (OrtException e) {
            close();
            throw failed(e);
        } catch (Problem e) {
            close();
            throw e;
        }
    }

    /** Says whether the model is a static one, which wants neither special nor unknown tokens. */
    boolean isStatic() {
        return inputs.flat();
    }

    /** Returns what size a batch must have. */
    InputShape shape() {
        return inputs.shape();
    }

    /** Returns the name of the output that is read. */
    String output() {
        return output;
    }

    /**
     * Runs a batch.
     *
     * @throws java.util.concurrent.CancellationException if stopped
     * @throws Problem if the run fails or its output is not an embedding
     */
    OnnxOutput run(TokenBatch batch, Role role, RunControl control) {
        Map<String, OnnxTensor> feed = Map.of();
        try {
            feed = inputs.feed(environment, batch, role);
            try (OrtSession.Result result = session.run(feed, Set.of(output), control.options())) {
                return OnnxOutput.read(file, (OnnxTensorLike) result.get(output).orElseThrow(), batch);
            }
        } catch (OrtException e) {
            control.check();
            throw failed(e);
        } finally {
            feed.values().forEach(OnnxTensor::close);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    private Problem failed(OrtException e) {
        return new Problem(file, "the model failed while it ran (" + e.getMessage() + ")",
                "Choose another file of the model, or download it again.", e);
    }
}
