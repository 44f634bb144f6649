package org.matryoscope.model;

import java.util.List;

/** What turns tokens into one vector a text, before the modules that follow. Safe to call from several threads. */
interface Backbone extends AutoCloseable {
    /**
     * Embeds a batch.
     *
     * @param texts tokenised texts, at least one
     * @param role whether they are queries or documents
     * @param control stops the run
     * @return a vector a text
     * @throws java.util.concurrent.CancellationException if stopped
     * @throws org.matryoscope.base.Problem if the model fails or its output is not an embedding
     */
    List<float[]> embed(List<Tokens> texts, Role role, RunControl control);

    @Override
    void close();
}
