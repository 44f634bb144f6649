package org.matryoscope.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StaticModelTest {
    private static final Offset<Float> CLOSE = Offset.offset(1e-6f);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sentence_transformers", "float16", "int8", "mapped"})
    void aTextIsTheMeanOfItsTokensRows(String table) {
        Encoding encoding = TestFolder.table(folder, table + ".safetensors").encode("the cat sat on the mat");

        float[] expected = TestFolder.floats(TestFolder.json("static.json").path(table));
        assertThat(encoding.vectors()[0]).containsExactly(expected, Offset.offset(1e-5f));
    }

    @Test
    void theModuleInModulesJsonIsUnderstoodAndNormalizeRuns() {
        TestFolder model = TestFolder.table(folder, "float16.safetensors").modules("StaticEmbedding", "Normalize");

        assertThat(model.profile().modules().value()).containsExactly("Normalize");
        assertThat(length(model.encode("the cat").vectors()[0])).isEqualTo(1f, CLOSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "config_sentence_transformers.json"})
    void aModel2VecFolderWithoutModulesNormalizesWhereItSaysSo(String file) {
        TestFolder model = TestFolder.table(folder, "float16.safetensors").write(file, "{\"normalize\": true}");

        assertThat(length(model.encode("the cat").vectors()[0])).isEqualTo(1f, CLOSE);
    }

    @Test
    void unknownTokensAreDropped() {
        Encoding encoding = TestFolder.table(folder, "sentence_transformers.safetensors")
                .encode("the zebra cat", "the cat", "zebra", "");

        assertThat(encoding.vectors()[0]).isEqualTo(encoding.vectors()[1]);
        assertThat(encoding.vectors()[2]).containsOnly(0);
        assertThat(encoding.vectors()[3]).containsOnly(0);
    }

    @Test
    void theProfileSaysWhatItIs() {
        ModelProfile profile = TestFolder.table(folder, "mapped.safetensors").profile();

        assertThat(profile.dimension()).isEqualTo(4);
        assertThat(profile.pooling().value()).isEmpty();
        assertThat(profile.variant().value().kind()).isEqualTo("static table");
        assertThat(profile.maxLength().value()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void longTextsAreCutOnlyWhereAMaximumIsSet() {
        TestFolder model = TestFolder.table(folder, "float16.safetensors");
        ModelOverrides two = new ModelOverrides(null, null, null, null, 2, null);

        assertThat(model.encode("the cat sat on the mat").cut()).isEmpty();
        try (Encoder encoder = model.load(two)) {
            assertThat(encoder.encode(List.of("the cat sat"), Role.QUERY, Progress.NONE).cut()).containsExactly(0);
        }
    }

    @Test
    void aModel2VecExportTakesIdsAndOffsets() {
        TestFolder model = new TestFolder(folder).copy("onnx/offsets.onnx", "onnx/model.onnx")
                .copy("tokenizer.json", "tokenizer.json");

        Encoding encoding = model.encode("the cat sat", "zebra mat", "the");

        assertThat(encoding.vectors()[0]).containsExactly(TestFolder.meanOf(4, 5, 6), CLOSE);
        assertThat(encoding.vectors()[1]).containsExactly(TestFolder.meanOf(8), CLOSE);
        assertThat(encoding.vectors()[2]).containsExactly(TestFolder.meanOf(4), CLOSE);
    }

    @Test
    void aModel2VecExportTakesEmptyTexts() {
        TestFolder model = new TestFolder(folder).copy("onnx/offsets.onnx", "onnx/model.onnx")
                .copy("tokenizer.json", "tokenizer.json");

        assertThat(model.encode("", "the").vectors()[0]).containsOnly(0);
        assertThat(model.encode("", "").vectors()[0]).containsOnly(0);
    }

    @Test
    void weightsWithoutATableAreAProblem() {
        TestFolder model = TestFolder.table(folder, "mapped.safetensors")
                .copy("layer_norm/model.safetensors", "model.safetensors")
                .modules("StaticEmbedding");

        assertThatExceptionOfType(Problem.class).isThrownBy(model::load)
                .withMessageContaining("model.safetensors")
                .withMessageContaining("embeddings is missing");
    }

    @Test
    void aTokenWithoutARowIsAProblem() throws IOException {
        TestFolder model = TestFolder.table(folder, "float16.safetensors");
        String tokenizer = Files.readString(folder.resolve("tokenizer.json"));
        model.write("tokenizer.json", tokenizer.replace("\"mat\": 8", "\"mat\": 80"));

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> model.encode("mat"))
                .withMessageContaining("no row for the token 80")
                .withMessageContaining("do not belong together");
    }

    private static float length(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        return (float) Math.sqrt(squares);
    }
}
