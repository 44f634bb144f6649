package org.matryoscope.model.adapted;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The modules of a base, in the order in which they run, and those put before its last Normalize: a map that stands there acts
 * on what that module would have scaled to length 1, which is the same direction.
 */
final class ModuleList {
    private static final String PACKAGE = "sentence_transformers.models.";
    private static final String NORMALIZE = "Normalize";

    private final BaseModel base;
    private final List<ObjectNode> modules = new ArrayList<>();
    private final List<String> inserted = new ArrayList<>();

    /** Starts with what the base's folder lists, or with what the app assumed of a folder without a list. */
    ModuleList(BaseModel base) {
        this.base = base;
        base.modules().forEach(each -> modules.add((ObjectNode) each));
        if (modules.isEmpty()) {
            modules.add(module(base.isTable() ? "StaticEmbedding" : "Transformer", ""));
            if (!base.profile().pooling().value().isEmpty()) {
                modules.add(module("Pooling", "1_Pooling"));
            }
            modules.add(module(NORMALIZE, freePath(NORMALIZE)));
        }
    }

    /** Says whether a module of the kind is listed. */
    boolean has(String kind) {
        return modules.stream().anyMatch(each -> isKind(each, kind));
    }

    /** Returns the path of the first module of a kind that is listed. */
    String path(String kind) {
        return modules.stream()
                .filter(each -> isKind(each, kind))
                .findFirst()
                .map(each -> each.path("path").stringValue(""))
                .orElseThrow();
    }

    /** Puts a module behind the last one that is not Normalize, and returns the path of its folder. */
    String insert(String kind) {
        int at = modules.size();
        while (isKind(modules.get(at - 1), NORMALIZE)) {
            at--;
        }
        String path = freePath(kind, at);
        modules.add(at, module(kind, path));
        inserted.add(path);
        return path;
    }

    /** Returns the paths of the modules put in. */
    List<String> inserted() {
        return List.copyOf(inserted);
    }

    /** Returns the list with its numbers in order. */
    ArrayNode json() {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < modules.size(); i++) {
            // Names are numbers too, and sentence-transformers keeps only the last module of a name.
            json.add(modules.get(i).put("idx", i).put("name", Integer.toString(i)));
        }
        return json;
    }

    private String freePath(String kind) {
        return freePath(kind, modules.size());
    }

    private String freePath(String kind, int from) {
        int number = from;
        while (isTaken(number + "_" + kind)) {
            number++;
        }
        return number + "_" + kind;
    }

    private boolean isTaken(String path) {
        return Files.exists(base.folder().resolve(path))
                || modules.stream().anyMatch(each -> each.path("path").stringValue("").equals(path));
    }

    private static boolean isKind(ObjectNode module, String kind) {
        return module.path("type").stringValue("").endsWith("." + kind);
    }

    private static ObjectNode module(String kind, String path) {
        return JsonNodeFactory.instance.objectNode()
                .put("idx", 0)
                .put("name", "")
                .put("path", path)
                .put("type", PACKAGE + kind);
    }
}
