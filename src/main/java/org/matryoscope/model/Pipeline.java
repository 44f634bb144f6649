package org.matryoscope.model;

import java.util.List;

/**
 * What turns texts into vectors, step by step. Safe to use from several threads.
 *
 * @param tokenizing makes tokens of texts
 * @param backbone makes one vector of the tokens of a text
 * @param layers the modules that follow
 * @param batching how texts are shared out
 */
record Pipeline(Tokenizing tokenizing, Backbone backbone, List<Layer> layers,
        Batching batching) implements AutoCloseable {
    /** Runs a batch through the backbone and the layers; one vector a text, as {@link Backbone#embed} fails. */
    List<float[]> vectors(List<Tokens> batch, Role role, RunControl control) {
        return backbone.embed(batch, role, control).stream().map(this::finished).toList();
    }

    private float[] finished(float[] pooled) {
        float[] vector = pooled;
        for (Layer layer : layers) {
            vector = layer.apply(vector);
        }
        return vector;
    }

    @Override
    public void close() {
        backbone.close();
        tokenizing.close();
    }
}
