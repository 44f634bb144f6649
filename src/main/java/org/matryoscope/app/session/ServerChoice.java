package org.matryoscope.app.session;

import org.matryoscope.model.ModelOverrides;

/**
 * A model on a server of embeddings. What the server may want as a key is not part of it, so that it is never saved.
 *
 * @param address the server's address as the user wrote it
 * @param model the model's name there
 * @param overrides prompts and trained prefixes that the user set
 */
public record ServerChoice(String address, String model, ModelOverrides overrides) implements EncoderChoice {
    /** Returns a model as its server describes it. */
    public static ServerChoice of(String address, String model) {
        return new ServerChoice(address, model, ModelOverrides.NONE);
    }

    @Override
    public String name() {
        return model + " on " + address;
    }

    @Override
    public ServerChoice with(ModelOverrides value) {
        return new ServerChoice(address, model, value);
    }
}
