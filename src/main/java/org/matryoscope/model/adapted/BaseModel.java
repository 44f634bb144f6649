package org.matryoscope.model.adapted;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.model.Encoder;
import org.matryoscope.model.Encoders;
import org.matryoscope.model.ModelOverrides;
import org.matryoscope.model.ModelProfile;
import org.matryoscope.model.Role;
import org.matryoscope.rotation.Rotation;

/**
 * A model that is to get a map at its end, as the app opens it.
 *
 * @param folder its folder
 * @param profile what the app read and assumed
 * @param overrides what the user set
 * @param map D × D
 * @param query what it gives for the probe as a query, D entries
 * @param document what it gives for the probe as a document, D entries
 */
record BaseModel(Path folder, ModelProfile profile, ModelOverrides overrides, Rotation map, float[] query,
        float[] document) {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String PROBE = "The cat sat on the mat, and what does the model give?";
    /** What two ways of the same sums in single precision may differ by, of vectors of length 1. */
    private static final double TOLERANCE = 1e-4;

    /**
     * Opens a base.
     *
     * @throws Problem if it is no model, or the map does not fit it
     */
    static BaseModel open(Path folder, ModelOverrides overrides, Rotation map, Progress progress) {
        try (Encoder encoder = Encoders.load(folder, overrides, 1, progress)) {
            ModelProfile profile = encoder.profile();
            if (profile.dimension() != map.dimension()) {
                throw new Problem(folder.toString(), "the map is one of " + map.dimension()
                        + " dimensions, and the model gives " + profile.dimension(),
                        "Choose a map that was made for vectors of this model.");
            }
            return new BaseModel(folder, profile, overrides, map, probe(encoder, Role.QUERY, progress),
                    probe(encoder, Role.DOCUMENT, progress));
        }
    }

    /** Returns a JSON object of the folder; an empty one where it has no such file. */
    ObjectNode json(String name) {
        return Files.isRegularFile(folder.resolve(name))
                && MAPPER.readTree(folder.resolve(name)) instanceof ObjectNode read ? read : MAPPER.createObjectNode();
    }

    /** Returns the entries of {@code modules.json}; none where the folder has no such file. */
    ArrayNode modules() {
        return Files.isRegularFile(folder.resolve("modules.json"))
                && MAPPER.readTree(folder.resolve("modules.json")) instanceof ArrayNode read
                        ? read
                        : MAPPER.createArrayNode();
    }

    /** Returns the path of the first module inside the folder, "" for the folder itself. */
    String firstModule() {
        return modules().path(0).path("path").stringValue("");
    }

    /** Says whether it is a table with a row for each token. */
    boolean isTable() {
        return profile.variant().value().file().endsWith(".safetensors");
    }

    /** Writes JSON as people read it. */
    static byte[] pretty(JsonNode json) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }

    /**
     * Opens what was written and compares it with the base and the map.
     *
     * @param written its folder
     * @param variant the model file to compare, relative to the folder
     * @throws Problem if the vectors differ
     */
    void check(Path written, String variant, Progress progress) {
        ModelOverrides as = new ModelOverrides(null, null, null, null, null, variant);
        try (Encoder encoder = Encoders.load(written, isTable() ? ModelOverrides.NONE : as, 1, progress)) {
            if (differs(query, probe(encoder, Role.QUERY, progress))
                    || differs(document, probe(encoder, Role.DOCUMENT, progress))) {
                throw new Problem(folder.toString(),
                        "the model with its map would give other vectors than the model and the map one after the other",
                        "Keep the map in a file of its own, and apply it to the vectors.");
            }
        }
    }

    private boolean differs(float[] before, float[] after) {
        float[] expected = map.apply(before);
        double expectedNorm = norm(expected);
        double norm = norm(after);
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i] / expectedNorm - after[i] / norm));
        }
        return largest > TOLERANCE;
    }

    /** Never 0, so that a text without known words has the direction 0. */
    private static double norm(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        return Math.max(Math.sqrt(squares), 1e-12);
    }

    private static float[] probe(Encoder encoder, Role role, Progress progress) {
        return encoder.encode(List.of(PROBE), role, progress).vectors()[0];
    }
}
