package org.matryoscope.model.adapted;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.matryoscope.base.Progress;
import org.matryoscope.model.BuiltInModels;
import org.matryoscope.model.Encoder;
import org.matryoscope.model.Encoders;
import org.matryoscope.model.ModelOverrides;
import org.matryoscope.model.Role;
import org.matryoscope.rotation.Rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matryoscope.model.adapted.AdaptedModels.CARD;
import static org.matryoscope.model.adapted.AdaptedModels.assertMapped;
import static org.matryoscope.model.adapted.AdaptedModels.unit;

/** A built-in model in both forms, held to what sentence-transformers gives for the first (check_adapted.py). */
class AdaptedParityTest {
    private static final int DIMENSION = 384;
    private static final Rotation MAP = Rotation.random(DIMENSION, 42);
    private static final Offset<Float> CLOSE = Offset.offset(1e-4f);

    @TempDir
    private Path temporary;

    @Test
    void bothFormsGiveWhatSentenceTransformersGives() throws IOException {
        Path base = BuiltInModels.folders()
                .stream()
                .filter(each -> each.endsWith("minilm-ordinary"))
                .findFirst()
                .orElseThrow();
        String kept = System.getProperty("matryoscope.adapted", "");
        Path folder = kept.isEmpty() ? temporary : Path.of(kept);
        Path modules = folder.resolve("modules");
        Path onnx = folder.resolve("onnx");
        AdaptedFolder.write(base, ModelOverrides.NONE, MAP, CARD, modules, Progress.NONE);
        AdaptedOnnx.write(base, ModelOverrides.NONE, MAP, CARD, onnx, Progress.NONE);

        assertMapped(base, ModelOverrides.NONE, MAP, modules);
        assertMapped(base, ModelOverrides.NONE, MAP, onnx);
        assertGivesTheSame(modules);
        assertGivesTheSame(onnx);
    }

    private static void assertGivesTheSame(Path folder) throws IOException {
        JsonNode expected = expected();
        List<String> texts = expected.path("texts").valueStream().map(JsonNode::asString).toList();
        try (Encoder encoder = Encoders.load(folder, ModelOverrides.NONE, 1, Progress.NONE)) {
            float[][] vectors = encoder.encode(texts, Role.DOCUMENT, Progress.NONE).vectors();
            assertThat(vectors).hasDimensions(10, DIMENSION);
            for (int text = 0; text < vectors.length; text++) {
                JsonNode row = expected.path("vectors").path(text);
                float[] unit = unit(vectors[text], DIMENSION);
                for (int i = 0; i < row.size(); i++) {
                    assertThat(unit[i]).isEqualTo(row.path(i).floatValue(), CLOSE);
                }
            }
        }
    }

    private static JsonNode expected() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                AdaptedParityTest.class.getResourceAsStream("/model/adapted/vectors.json"), "run check_adapted.py")) {
            return new JsonMapper().readTree(in);
        }
    }
}
