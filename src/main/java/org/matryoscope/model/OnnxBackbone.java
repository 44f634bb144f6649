package org.matryoscope.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import org.matryoscope.base.Problem;

/** A transformer as an ONNX file, with the pooling of its token vectors. */
final class OnnxBackbone implements Backbone {
    private final String file;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final OnnxInputs inputs;
    private final String output;
    private final OnnxPooling pooling;

    /**
     * Opens a session.
     *
     * @param file the ONNX file; external data is found beside it
     * @param threads threads of one run
     * @param pooling how token vectors are pooled, and how the batch is padded
     * @throws Problem if the file is not an ONNX model of a text encoder
     */
    OnnxBackbone(Path file, int threads, OnnxPooling pooling) {
        this.file = file.toString();
        this.pooling = pooling;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            session = environment.createSession(file.toString(), options);
            inputs = new OnnxInputs(this.file, session.getInputInfo());
            output = OnnxOutput.choose(this.file, session.getOutputInfo());
        } catch (OrtException e) {
            throw new Problem(this.file, "the file cannot be loaded as an ONNX model (" + e.getMessage() + ")",
                    "Download the file again; if it has external data, keep that file beside it.", e);
        }
    }

    @Override
    public List<float[]> embed(List<Tokens> texts, Role role, RunControl control) {
        TokenBatch batch = TokenBatch.of(texts, pooling.padLeft(), pooling.padId());
        OnnxOutput result = run(batch, control);
        return result.pooled() ? rows(result) : pooling.pool(result, batch, role);
    }

    private OnnxOutput run(TokenBatch batch, RunControl control) {
        Map<String, OnnxTensor> feed = Map.of();
        try {
            feed = inputs.feed(environment, batch);
            try (OrtSession.Result result = session.run(feed, Set.of(output), control.options())) {
                Optional<OnnxValue> value = result.get(output);
                return OnnxOutput.read(file, (OnnxTensorLike) value.orElseThrow(), batch);
            }
        } catch (OrtException e) {
            control.check();
            throw new Problem(file, "the model failed while it ran (" + e.getMessage() + ")",
                    "Choose another file of the model, or download it again.", e);
        } finally {
            feed.values().forEach(OnnxTensor::close);
        }
    }

    private static List<float[]> rows(OnnxOutput result) {
        List<float[]> rows = new ArrayList<>(result.rows());
        for (int row = 0; row < result.rows(); row++) {
            rows.add(Arrays.copyOfRange(result.values(), row * result.width(), (row + 1) * result.width()));
        }
        return rows;
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
