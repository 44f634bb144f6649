package org.matryoscope.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A transformer as an ONNX file, with the pooling of its token vectors.
 *
 * @param model the session
 * @param pooling how token vectors are pooled where the model does not do it itself
 */
record OnnxBackbone(OnnxModel model, OnnxPooling pooling) implements Backbone {
    @Override
    public List<float[]> embed(List<Tokens> texts, Role role, RunControl control) {
        TokenBatch batch = TokenBatch.of(texts, pooling.padLeft(), pooling.padId(), model.shape());
        OnnxOutput result = model.run(batch, role, control);
        List<float[]> vectors = result.pooled() ? rows(result) : pooling.pool(result, batch, role);
        return vectors.subList(0, texts.size());
    }

    @Override
    public void close() {
        model.close();
    }

    private static List<float[]> rows(OnnxOutput result) {
        List<float[]> rows = new ArrayList<>(result.rows());
        for (int at = 0; at < result.values().length; at += result.width()) {
            rows.add(Arrays.copyOfRange(result.values(), at, at + result.width()));
        }
        return rows;
    }
}
