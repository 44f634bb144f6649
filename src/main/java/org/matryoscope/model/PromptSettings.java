package org.matryoscope.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/** Reads the prompts of {@code config_sentence_transformers.json}. */
final class PromptSettings {
    /** The names sentence-transformers tries for each role, in order. */
    private static final List<String> QUERY = List.of("query", "retrieval.query");
    private static final List<String> DOCUMENT = List.of("document", "passage", "corpus", "retrieval.passage");

    private PromptSettings() {
    }

    /**
     * Reads the prompts.
     *
     * @param folder the model folder
     * @return the prompts; empty where the folder names none
     */
    static Optional<Sourced<Prompts>> read(Path folder) {
        JsonFile file = JsonFile.optional(folder.resolve("config_sentence_transformers.json"));
        JsonNode prompts = file.root().path("prompts");
        if (!prompts.isObject() || prompts.isEmpty()) {
            return Optional.empty();
        }
        String otherwise = Optional.ofNullable(file.string("default_prompt_name"))
                .map(name -> prompts.path(name).stringValue(""))
                .orElse("");
        Prompts read = new Prompts(first(prompts, QUERY, otherwise), first(prompts, DOCUMENT, otherwise));
        return Optional.of(new Sourced<>(read, file.nameIn(folder)));
    }

    private static String first(JsonNode prompts, List<String> names, String otherwise) {
        return names.stream()
                .filter(prompts::has)
                .findFirst()
                .map(name -> prompts.path(name).stringValue(""))
                .orElse(otherwise);
    }
}
