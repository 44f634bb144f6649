package org.matryoscope.model.server;

import java.net.URI;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * OpenAI's interface, which llama.cpp, vLLM, LM Studio, Text Embeddings Inference and others offer too ({@code POST
 * /v1/embeddings}, {@code GET /v1/models}).
 *
 * @param base the address up to the version ("http://localhost:8080/v1"), without a slash at its end
 */
record OpenAiApi(String base) implements ServerApi {
    static final String PATH = "/embeddings";

    @Override
    public String kind() {
        return "OpenAI's interface";
    }

    @Override
    public URI embeddings() {
        return URI.create(base + PATH);
    }

    @Override
    public URI models() {
        return URI.create(base + "/models");
    }

    @Override
    public List<String> names(JsonNode list) {
        return list.path("data").valueStream().map(model -> model.path("id").asString("")).toList();
    }

    @Override
    public JsonNode request(String model, List<String> texts, @Nullable Integer dimension, boolean cut) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("model", model);
        texts.forEach(request.putArray("input")::add);
        return dimension == null ? request : request.put("dimensions", dimension);
    }

    @Override
    public boolean cuts() {
        return false;
    }

    @Override
    public List<JsonNode> vectors(JsonNode answer) {
        return answer.path("data")
                .valueStream()
                .sorted(Comparator.comparingInt(entry -> entry.path("index").intValue(0)))
                .map(entry -> entry.path("embedding"))
                .toList();
    }

    @Override
    public String wayTo(String model) {
        return "Choose one of the server's models, or start the server with this one.";
    }
}
