package org.matryoscope.model;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.matryoscope.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The modules after pooling give what sentence-transformers' modules give. */
class LayersTest {
    private static final JsonNode REFERENCE = TestFolder.json("layers.json");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("denseCases")
    void denseIsThatOfSentenceTransformers(String name, JsonNode expected) {
        DenseLayer layer = DenseLayer.read(dense(name), 4);

        assertThat(layer.apply(input())).containsExactly(TestFolder.floats(expected), Offset.offset(2e-6f));
    }

    static Stream<Object[]> denseCases() {
        return REFERENCE.path("dense")
                .valueStream()
                .map(given -> new Object[]{given.path("folder").stringValue(), given.path("expected")});
    }

    @Test
    void layerNormIsThatOfTorch() {
        new TestFolder(folder).copy("layer_norm/model.safetensors", "model.safetensors");

        assertThat(LayerNorm.read(folder, 4).apply(input()))
                .containsExactly(TestFolder.floats(REFERENCE.path("layerNorm")), Offset.offset(2e-6f));
    }

    @Test
    void normalizeLeavesAZeroVectorZero() {
        assertThat(new Layer.Normalize().apply(new float[]{3, 4})).containsExactly(0.6f, 0.8f);
        assertThat(new Layer.Normalize().apply(new float[2])).containsExactly(0, 0);
    }

    @Test
    void denseDescribesItself() {
        assertThat(DenseLayer.read(dense("tanh_3_residual"), 4).description()).isEqualTo("Dense 4→3 tanh, residual");
    }

    @Test
    void denseRefusesVectorsOfAnotherLength() {
        Path module = dense("tanh_3");

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> DenseLayer.read(module, 7))
                .withMessageContaining("in_features")
                .withMessageContaining("takes vectors of 4 entries, but the model gives 7");
    }

    @Test
    void denseRefusesWeightsThatContradictItsConfiguration() {
        new TestFolder(dense("tanh_3")).copy("dense/identity_4/model.safetensors", "model.safetensors");

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> DenseLayer.read(folder, 4))
                .withMessageContaining("linear.weight has the shape [4, 4]");
    }

    @Test
    void pickledWeightsAreRefusedWithTheWayOut() {
        new TestFolder(dense("tanh_3")).delete("model.safetensors").write("pytorch_model.bin", "pickle");

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> DenseLayer.read(folder, 4))
                .withMessageContaining("pytorch_model.bin")
                .withMessageContaining("save_pretrained");
    }

    @ParameterizedTest
    @ValueSource(strings = {"torch.nn.modules.activation.Hardswish", "my.own.Activation"})
    void unknownActivationsAreRefused(String activation) {
        new TestFolder(dense("tanh_3")).write("config.json",
                "{\"in_features\": 4, \"out_features\": 3, \"activation_function\": \"" + activation + "\"}");

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> DenseLayer.read(folder, 4))
                .withMessageContaining(activation);
    }

    private Path dense(String name) {
        return new TestFolder(folder).copy("dense/" + name + "/config.json", "config.json")
                .copy("dense/" + name + "/model.safetensors", "model.safetensors")
                .path();
    }

    private static float[] input() {
        return TestFolder.floats(REFERENCE.path("input"));
    }
}
