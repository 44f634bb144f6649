package org.matryoscope.app.session;

import org.matryoscope.model.ModelOverrides;

/** A model that the user chose, which makes vectors of texts: in a folder or on a server. */
public sealed interface EncoderChoice extends SideChoice permits ModelChoice, ServerChoice {
    /** What the user set instead of what the model says of itself. */
    ModelOverrides overrides();

    /** Returns the same model with other settings. */
    EncoderChoice with(ModelOverrides value);
}
