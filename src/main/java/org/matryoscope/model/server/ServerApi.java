package org.matryoscope.model.server;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The interface of a kind of server. */
sealed interface ServerApi permits OllamaApi, OpenAiApi {
    /** Returns the kind in words. */
    String kind();

    /** Returns where texts are sent. */
    URI embeddings();

    /** Returns where the models are listed. */
    URI models();

    /** Returns the names in a list of models. */
    List<String> names(JsonNode list);

    /**
     * Returns a request.
     *
     * @param model the model's name
     * @param texts the texts, at least one
     * @param dimension how many entries vectors should have, or null for all
     * @param cut whether texts that are too long are cut, where the server can be told
     */
    JsonNode request(String model, List<String> texts, @Nullable Integer dimension, boolean cut);

    /** Says whether the server cuts texts that are too long when it is told to. */
    boolean cuts();

    /** Returns the vectors of an answer, in the order of the texts; a missing node where one is not there. */
    List<JsonNode> vectors(JsonNode answer);

    /** Returns what to do about a model that the server does not have. */
    String wayTo(String model);
}
