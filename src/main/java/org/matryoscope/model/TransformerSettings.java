package org.matryoscope.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.matryoscope.base.Problem;

/**
 * How texts become tokens, gathered from the files that say so.
 *
 * @param tokenizer the {@code tokenizer.json}
 * @param maxLength the longest input in tokens
 * @param lowerCase whether texts are lower-cased before the tokenizer sees them
 * @param padLeft whether shorter texts of a batch are padded in front
 * @param padId the token that fills
 * @param unknownId the token for what is not in the vocabulary; −1 where there is none
 */
record TransformerSettings(Path tokenizer, Sourced<Integer> maxLength, boolean lowerCase, boolean padLeft, int padId,
        int unknownId) {
    /** The maximum length of a model that takes texts of any length. */
    static final int UNLIMITED = Integer.MAX_VALUE;

    /** What BERT takes, for folders that do not say. */
    private static final int USUAL_MAX_LENGTH = 512;

    /**
     * Reads the settings of the transformer module.
     *
     * @param folder the model folder
     * @param module the module's folder, mostly the model folder itself
     * @param wantedLength the user's maximum length, if any
     * @throws Problem if a file is missing or faulty
     */
    static TransformerSettings read(Path folder, Path module, @Nullable Integer wantedLength) {
        Path tokenizer = existing(module, folder, "tokenizer.json");
        JsonFile tokenizerFile = JsonFile.required(tokenizer,
                "Download the file from the model's page, or save the model's fast tokenizer into the folder.");
        if (!tokenizerFile.root().path("model").isObject()) {
            throw tokenizerFile.problem("model", "this is not a tokenizer");
        }
        JsonFile config = JsonFile.optional(existing(module, folder, "tokenizer_config.json"));
        JsonFile sentence = JsonFile.optional(existing(module, folder, "sentence_bert_config.json"));
        JsonNode padding = tokenizerFile.root().path("padding");
        String side = Optional.ofNullable(config.string("padding_side"))
                .orElse(padding.path("direction").stringValue("right"));
        return new TransformerSettings(tokenizer, maxLength(folder, module, sentence, config, wantedLength),
                sentence.flag("do_lower_case", false), side.equalsIgnoreCase("left"),
                padId(tokenizerFile.root(), config), unknownId(tokenizerFile.root().path("model")));
    }

    /** Returns these settings with the maximum length of a static model: what the user or the folder says, else none. */
    TransformerSettings forStaticModel(Path folder, @Nullable Integer wanted) {
        JsonFile config = JsonFile.optional(folder.resolve("config.json"));
        Sourced<Integer> length = wanted != null
                ? new Sourced<>(wanted, "you")
                : length(folder, config, "seq_length").orElse(new Sourced<>(UNLIMITED, "default"));
        return new TransformerSettings(tokenizer, length, lowerCase, padLeft, padId, unknownId);
    }

    /** Returns these settings with texts cut at the length that a model file's inputs have, where that is shorter. */
    TransformerSettings within(InputShape shape, String file) {
        boolean shorter = shape.length() > 0 && shape.length() < maxLength.value();
        Sourced<Integer> length = shorter ? new Sourced<>(shape.length(), file) : maxLength;
        return new TransformerSettings(tokenizer, length, lowerCase, padLeft, padId, unknownId);
    }

    private static int unknownId(JsonNode model) {
        String token = model.path("unk_token").stringValue("");
        return model.path("vocab").path(token).intValue(model.path("unk_id").intValue(-1));
    }

    private static Sourced<Integer> maxLength(Path folder, Path module, JsonFile sentence, JsonFile config,
            @Nullable Integer wanted) {
        JsonFile model = JsonFile.optional(existing(module, folder, "config.json"));
        Optional<Sourced<Integer>> positions = length(folder, model, "max_position_embeddings");
        Sourced<Integer> stated = length(folder, sentence, "max_seq_length")
                .or(() -> length(folder, config, "model_max_length"))
                .or(() -> positions)
                .orElse(new Sourced<>(USUAL_MAX_LENGTH, "default"));
        Sourced<Integer> length = wanted == null ? stated : new Sourced<>(wanted, "you");
        // A longer input would read past the position table, and the session would fail.
        return positions.filter(most -> most.value() < length.value()).orElse(length);
    }

    private static Optional<Sourced<Integer>> length(Path folder, JsonFile file, String field) {
        return file.size(field).map(value -> new Sourced<>(value, file.nameIn(folder)));
    }

    private static int padId(JsonNode tokenizer, JsonFile config) {
        JsonNode stated = tokenizer.path("padding").path("pad_id");
        if (stated.isNumber()) {
            return stated.intValue();
        }
        JsonNode named = config.root().path("pad_token");
        String token = named.isObject() ? named.path("content").stringValue("") : named.stringValue("");
        for (JsonNode added : tokenizer.path("added_tokens")) {
            if (added.path("content").stringValue("").equals(token)) {
                return added.path("id").intValue(0);
            }
        }
        return 0;
    }

    /** Returns the file in the module's folder, or in the model's where the module's has none. */
    private static Path existing(Path module, Path folder, String name) {
        Path inModule = module.resolve(name);
        return Files.isRegularFile(inModule) ? inModule : folder.resolve(name);
    }
}
