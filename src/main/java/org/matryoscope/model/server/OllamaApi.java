package org.matryoscope.model.server;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ollama's own interface ({@code POST /api/embed}, {@code GET /api/tags}).
 *
 * @param base the server's address, without a slash at its end
 */
record OllamaApi(String base) implements ServerApi {
    static final String PATH = "/api/embed";

    @Override
    public String kind() {
        return "Ollama";
    }

    @Override
    public URI embeddings() {
        return URI.create(base + PATH);
    }

    @Override
    public URI models() {
        return URI.create(base + "/api/tags");
    }

    @Override
    public List<String> names(JsonNode list) {
        return list.path("models").valueStream().map(model -> model.path("name").asString("")).toList();
    }

    @Override
    public JsonNode request(String model, List<String> texts, @Nullable Integer dimension, boolean cut) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("model", model).put("truncate", cut);
        texts.forEach(request.putArray("input")::add);
        return dimension == null ? request : request.put("dimensions", dimension);
    }

    @Override
    public boolean cuts() {
        return true;
    }

    @Override
    public List<JsonNode> vectors(JsonNode answer) {
        return answer.path("embeddings").valueStream().toList();
    }

    @Override
    public String wayTo(String model) {
        return "Fetch it with: ollama pull " + model;
    }
}
