package org.matryoscope.model;

import java.util.List;

import org.matryoscope.base.Progress;

/** A loaded model: texts in, vectors out. Safe to call from several threads. */
public interface Encoder extends AutoCloseable {
    /** Returns what is known of the model. */
    ModelProfile profile();

    /**
     * Encodes texts in batches of texts of one length. Beside the vectors, memory holds only the tokens and batches at work,
     * however many texts there are. A text's vector does not depend on the others.
     *
     * @param texts the texts; empty ones are allowed
     * @param role whether they are queries or documents
     * @param progress told after each batch, in texts; cancels a run under way
     * @return one vector a text
     * @throws java.util.concurrent.CancellationException if cancelled through {@code progress}
     * @throws org.matryoscope.base.Problem if the model's output is not an embedding
     */
    Encoding encode(List<String> texts, Role role, Progress progress);

    /** Frees the native session. */
    @Override
    void close();
}
