package org.matryoscope.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.matryoscope.base.Progress;

/**
 * A model folder put together from the fixtures of src/test/python/model/make_fixtures.py.
 *
 * @param path where it stands
 */
public record TestFolder(Path path) {
    /** The fixtures' table: the vector of each token id. */
    static final float[][] TABLE = json("static.json").path("table")
            .valueStream()
            .map(TestFolder::floats)
            .toArray(float[][]::new);
    /** The ids of "[CLS] the cat sat [SEP]". */
    static final int[] THE_CAT_SAT = {2, 4, 5, 6, 3};

    /** A sentence-transformers folder: an ONNX fixture, the tokenizer, mean pooling, no Normalize. */
    public static TestFolder transformer(Path path, String onnx) {
        return new TestFolder(path).copy("onnx/" + onnx, "model.onnx")
                .copy("tokenizer.json", "tokenizer.json")
                .modules("Transformer", "Pooling")
                .write("1_Pooling/config.json", "{\"embedding_dimension\": 4, \"pooling_mode\": \"mean\"}");
    }

    /** A static model's folder: a safetensors fixture and the tokenizer. */
    public static TestFolder table(Path path, String table) {
        return new TestFolder(path).copy("static/" + table, "model.safetensors")
                .copy("tokenizer.json", "tokenizer.json");
    }

    /** Writes modules.json, each module in the folder that sentence-transformers would give it. */
    public TestFolder modules(String... types) {
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < types.length; i++) {
            String folder = i == 0 ? "" : i + "_" + types[i];
            json.append(i == 0 ? "" : ",")
                    .append("{\"idx\":%d,\"name\":\"%d\",\"path\":\"%s\",\"type\":\"sentence_transformers.models.%s\"}"
                            .formatted(i, i, folder, types[i]));
        }
        return write("modules.json", json.append("]").toString());
    }

    public TestFolder copy(String fixture, String as) {
        try {
            Path to = path.resolve(as);
            Files.createDirectories(to.getParent());
            Files.write(to, bytes(fixture));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestFolder write(String name, String content) {
        try {
            Path to = path.resolve(name);
            Files.createDirectories(to.getParent());
            Files.writeString(to, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestFolder delete(String name) {
        try {
            Files.delete(path.resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Encoder load() {
        return load(ModelOverrides.NONE);
    }

    public Encoder load(ModelOverrides overrides) {
        return Encoders.load(path, overrides, 1, Progress.NONE);
    }

    public ModelProfile profile() {
        try (Encoder encoder = load()) {
            return encoder.profile();
        }
    }

    /** Loads the model and encodes documents. */
    public Encoding encode(String... texts) {
        return encode(Role.DOCUMENT, texts);
    }

    public Encoding encode(Role role, String... texts) {
        try (Encoder encoder = load()) {
            return encoder.encode(List.of(texts), role, Progress.NONE);
        }
    }

    /** Returns the mean of the table's rows. */
    static float[] meanOf(int... ids) {
        float[] mean = new float[TABLE[0].length];
        for (int id : ids) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += TABLE[id][i] / ids.length;
            }
        }
        return mean;
    }

    static JsonNode json(String name) {
        return new JsonMapper().readTree(bytes(name));
    }

    static float[] floats(JsonNode list) {
        float[] values = new float[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).floatValue();
        }
        return values;
    }

    private static byte[] bytes(String fixture) {
        try (InputStream in = TestFolder.class.getResourceAsStream("/model/fixtures/" + fixture)) {
            if (in == null) {
                throw new IllegalStateException(fixture + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
