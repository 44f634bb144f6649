package org.matryoscope.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/**
 * What {@code 1_Pooling/config.json} says, in either of its two schemas.
 *
 * @param poolings the poolings in the order of concatenation
 * @param includePrompt whether the prompt's tokens are pooled too
 */
record PoolingSettings(Sourced<List<Pooling>> poolings, boolean includePrompt) {
    /** The flags of the older schema, in the order in which sentence-transformers concatenates. */
    private static final List<Map.Entry<String, Pooling>> FLAGS = List.of(
            Map.entry("pooling_mode_cls_token", Pooling.CLS), Map.entry("pooling_mode_max_tokens", Pooling.MAX),
            Map.entry("pooling_mode_mean_tokens", Pooling.MEAN),
            Map.entry("pooling_mode_mean_sqrt_len_tokens", Pooling.MEAN_SQRT_LEN_TOKENS),
            Map.entry("pooling_mode_weightedmean_tokens", Pooling.WEIGHTEDMEAN),
            Map.entry("pooling_mode_lasttoken", Pooling.LASTTOKEN));

    /**
     * Reads the settings of a Pooling module.
     *
     * @param folder the model folder
     * @param module the module's folder
     * @throws org.matryoscope.base.Problem if the file is missing or names no pooling this app knows
     */
    static PoolingSettings read(Path folder, Path module) {
        JsonFile file = JsonFile.required(module.resolve("config.json"),
                "Download the model's pooling folder too, it stands beside the model file.");
        List<Pooling> poolings = file.root().has("pooling_mode") ? named(file) : flagged(file);
        return new PoolingSettings(new Sourced<>(List.copyOf(poolings), file.nameIn(folder)),
                file.flag("include_prompt", true));
    }

    /**
     * Returns the entries of a token vector that a Pooling module's settings state, in either schema.
     *
     * @param module the module's folder
     */
    static Optional<Integer> statedWidth(Path module) {
        JsonFile file = JsonFile.optional(module.resolve("config.json"));
        return file.size("embedding_dimension").or(() -> file.size("word_embedding_dimension"));
    }

    private static List<Pooling> named(JsonFile file) {
        JsonNode modes = file.root().get("pooling_mode");
        List<Pooling> poolings = new ArrayList<>();
        for (JsonNode mode : modes.isArray() ? modes : List.of(modes)) {
            poolings.add(pooling(file, mode.stringValue("")));
        }
        if (poolings.isEmpty()) {
            throw file.problem("pooling_mode", "no pooling is named");
        }
        return poolings;
    }

    private static Pooling pooling(JsonFile file, String name) {
        for (Pooling pooling : Pooling.values()) {
            if (pooling.name().toLowerCase(Locale.ROOT).equals(name)) {
                return pooling;
            }
        }
        throw file.problem("pooling_mode", "the pooling \"" + name + "\" is not one this app knows");
    }

    private static List<Pooling> flagged(JsonFile file) {
        List<Pooling> poolings = FLAGS.stream()
                .filter(flag -> file.flag(flag.getKey(), false))
                .map(Map.Entry::getValue)
                .toList();
        if (poolings.isEmpty()) {
            throw file.problem("pooling_mode", "no pooling is switched on");
        }
        return poolings;
    }
}
