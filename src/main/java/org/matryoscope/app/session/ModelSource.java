package org.matryoscope.app.session;

import org.matryoscope.base.Progress;
import org.matryoscope.model.Encoder;

/** Loads the model that the user chose; {@link org.matryoscope.model.Encoders} outside tests. */
@FunctionalInterface
public interface ModelSource {
    /**
     * Loads a model.
     *
     * @param choice which one, and how
     * @param progress told of the steps; cancels between them
     * @return the encoder, to be closed by the caller
     * @throws org.matryoscope.base.Problem if it cannot be read
     */
    Encoder load(EncoderChoice choice, Progress progress);
}
