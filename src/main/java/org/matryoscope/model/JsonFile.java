package org.matryoscope.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import org.matryoscope.base.Problem;

/**
 * A JSON file of a model folder, whose faults name the file and the field.
 *
 * @param path the file
 * @param root what it holds; a missing node for a file that does not stand there
 */
record JsonFile(Path path, JsonNode root) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** Reads a file that must be there, or throws a problem with the given remedy. */
    static JsonFile required(Path path, String remedy) {
        if (!Files.isRegularFile(path)) {
            throw new Problem(path.toString(), "the file is missing", remedy);
        }
        return optional(path);
    }

    /** Reads a file; one that is not there counts as empty. */
    static JsonFile optional(Path path) {
        if (!Files.isRegularFile(path)) {
            return new JsonFile(path, MissingNode.getInstance());
        }
        try {
            return new JsonFile(path, MAPPER.readTree(Files.readAllBytes(path)));
        } catch (JacksonException e) {
            String place = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            throw new Problem(path + place, "the file is not valid JSON", "Download or save the model again.", e);
        } catch (IOException e) {
            throw new Problem(path.toString(), "the file cannot be read", "Check its permissions.", e);
        }
    }

    boolean exists() {
        return !root.isMissingNode();
    }

    /** Returns the file's name inside the model folder, with forward slashes. */
    String nameIn(Path folder) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    @Nullable
    String string(String field) {
        JsonNode node = root.path(field);
        return absent(node) ? null : checked(field, node.isString(), "a string", node).stringValue();
    }

    boolean flag(String field, boolean otherwise) {
        JsonNode node = root.path(field);
        return absent(node) ? otherwise : checked(field, node.isBoolean(), "true or false", node).booleanValue();
    }

    /** Returns a whole number ≥ 1; empty where the field is absent or larger than an int (tokenizers write 1e30). */
    Optional<Integer> size(String field) {
        JsonNode node = root.path(field);
        if (absent(node)) {
            return Optional.empty();
        }
        double value = checked(field, node.isNumber(), "a number", node).doubleValue();
        checked(field, value >= 1, "at least 1", node);
        return value > Integer.MAX_VALUE ? Optional.empty() : Optional.of((int) value);
    }

    /** Returns a problem at a field of this file. */
    Problem problem(String field, String what) {
        return new Problem(path + ", field \"" + field + "\"", what, "Correct the field, or download the model again.");
    }

    private JsonNode checked(String field, boolean right, String wanted, JsonNode node) {
        if (!right) {
            throw problem(field, "expected " + wanted + " but found " + node);
        }
        return node;
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
