package org.matryoscope.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import org.matryoscope.base.Problem;

/**
 * An entry of {@code modules.json}.
 *
 * @param kind what the module does
 * @param path the folder of its settings and weights
 * @param outside whether the folder says that no model file contains the module, even one that pools by itself
 */
record ModuleSpec(Kind kind, Path path, boolean outside) {
    /** The modules of sentence-transformers that this app runs. */
    enum Kind {
        TRANSFORMER, POOLING, DENSE, LAYERNORM, NORMALIZE, STATICEMBEDDING, DROPOUT
    }

    /**
     * Where {@code config_sentence_transformers.json} lists the paths of modules that were put behind the model files and so lie
     * outside them. The app writes it; sentence-transformers runs every module anyway and passes over the field.
     */
    private static final String OUTSIDE = "modules_outside_onnx";

    /**
     * Reads the modules of a folder in their order; empty where the folder has no {@code modules.json}.
     *
     * @throws Problem if the file is not such a list, or names a module that this app does not know
     */
    static List<ModuleSpec> list(Path folder) {
        JsonFile file = JsonFile.optional(folder.resolve("modules.json"));
        if (!file.exists()) {
            return List.of();
        }
        if (!file.root().isArray() || file.root().isEmpty()) {
            throw new Problem(file.path().toString(), "expected a list of modules", "Download the model again.");
        }
        Set<String> outside = JsonFile.optional(folder.resolve("config_sentence_transformers.json"))
                .root()
                .path(OUTSIDE)
                .valueStream()
                .map(path -> path.stringValue(""))
                .collect(Collectors.toSet());
        List<ModuleSpec> modules = new ArrayList<>();
        for (int i = 0; i < file.root().size(); i++) {
            modules.add(read(folder, file, i, outside));
        }
        Kind first = modules.getFirst().kind();
        if (first != Kind.TRANSFORMER && first != Kind.STATICEMBEDDING) {
            throw file.problem("0.type", "a model must start with a Transformer or a StaticEmbedding");
        }
        return List.copyOf(modules);
    }

    private static ModuleSpec read(Path folder, JsonFile file, int index, Set<String> outside) {
        JsonNode entry = file.root().get(index);
        String type = entry.path("type").stringValue("");
        // Packages were renamed between versions; only the class name has stayed.
        String name = type.substring(type.lastIndexOf('.') + 1);
        String field = index + ".path";
        String place = entry.path("path").stringValue("");
        Path path = folder.resolve(place).normalize();
        if (!path.startsWith(folder.normalize())) {
            throw file.problem(field, "the path leaves the model folder");
        }
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(name.toUpperCase(Locale.ROOT))) {
                return new ModuleSpec(kind, path, outside.contains(place));
            }
        }
        throw file.problem(index + ".type",
                type.isEmpty() ? "the type is missing" : "the module " + name + " is not one this app can run");
    }
}
