package org.matryoscope.model;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/** Inputs, outputs and modules of ONNX models, on models so small that the result is known. */
class OnnxEncoderTest {
    private static final Offset<Float> CLOSE = Offset.offset(1e-6f);
    private static final Offset<Float> HALF = Offset.offset(2e-3f);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"tokens", "types", "past", "past_half", "double", "half", "pooler"})
    void meanPoolingOfTheTokensRows(String onnx) {
        Encoding encoding = TestFolder.transformer(folder, onnx + ".onnx").encode("the cat sat", "mat");

        assertThat(encoding.vectors()[0]).containsExactly(TestFolder.meanOf(TestFolder.THE_CAT_SAT), HALF);
        assertThat(encoding.vectors()[1]).containsExactly(TestFolder.meanOf(2, 8, 3), HALF);
        assertThat(encoding.cut()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"left", "right"})
    void positionsCountFromTheFirstTokenOnEitherSideOfPadding(String side) {
        Encoding encoding = TestFolder.transformer(folder, "positions_int32.onnx")
                .write("tokenizer_config.json", "{\"padding_side\": \"" + side + "\"}")
                .encode("the cat sat on the mat", "mat");

        // Positions 0, 1, 2 are added to the three tokens of the second text: 1 on average.
        float[] mean = TestFolder.meanOf(2, 8, 3);
        assertThat(encoding.vectors()[1])
                .containsExactly(new float[]{mean[0] + 1, mean[1] + 1, mean[2] + 1, mean[3] + 1}, CLOSE);
    }

    @Test
    void theTaskFollowsTheRole() {
        TestFolder model = TestFolder.transformer(folder, "task.onnx")
                .write("config.json",
                        "{\"lora_adaptations\": [\"text-matching\", \"retrieval.passage\", \"x\", \"retrieval.query\"]}");

        float mean = TestFolder.meanOf(TestFolder.THE_CAT_SAT)[0];
        assertThat(model.encode(Role.QUERY, "the cat sat").vectors()[0][0]).isEqualTo(mean + 3, CLOSE);
        assertThat(model.encode(Role.DOCUMENT, "the cat sat").vectors()[0][0]).isEqualTo(mean + 1, CLOSE);
    }

    @Test
    void thePooledOutputIsPreferredAndPoolingLeftOut() {
        TestFolder model = TestFolder.transformer(folder, "outputs.onnx");

        assertThat(model.profile().pooling().value()).isEmpty();
        assertThat(model.encode("the cat sat").vectors()[0]).containsExactly(TestFolder.meanOf(TestFolder.THE_CAT_SAT),
                CLOSE);
    }

    @Test
    void weightsBesideTheFileAreFound() {
        TestFolder model = TestFolder.transformer(folder, "external.onnx")
                .copy("onnx/external.onnx_data", "external.onnx_data");

        assertThat(model.profile().variant().value().bytes()).isEqualTo(219 + 192);
        assertThat(model.encode("mat").vectors()[0]).containsExactly(TestFolder.meanOf(2, 8, 3), CLOSE);
    }

    @Test
    void denseAndNormalizeRunAfterPooling() {
        TestFolder model = TestFolder.transformer(folder, "tokens.onnx")
                .modules("Transformer", "Pooling", "Dense", "Normalize")
                .copy("dense/tanh_3/config.json", "2_Dense/config.json")
                .copy("dense/tanh_3/model.safetensors", "2_Dense/model.safetensors");

        assertThat(model.profile().dimension()).isEqualTo(3);
        assertThat(model.profile().modules().value()).containsExactly("Pooling", "Dense 4→3 tanh", "Normalize");
        float[] expected = new Layer.Normalize()
                .apply(DenseLayer.read(folder.resolve("2_Dense"), 4).apply(TestFolder.meanOf(TestFolder.THE_CAT_SAT)));
        assertThat(model.encode("the cat sat").vectors()[0]).containsExactly(expected, CLOSE);
    }

    @Test
    void denseThatThePooledExportLeavesOutIsRunAndSaid() {
        TestFolder model = TestFolder.transformer(folder, "outputs.onnx")
                .modules("Transformer", "Pooling", "Dense")
                .copy("dense/tanh_3/config.json", "2_Dense/config.json")
                .copy("dense/tanh_3/model.safetensors", "2_Dense/model.safetensors");

        assertThat(model.profile().dimension()).isEqualTo(3);
        assertThat(model.profile().warnings()).anyMatch(warning -> warning.contains("leave the Dense modules out"));
    }

    @Test
    void denseThatThePooledExportContainsIsNotRunAgain() {
        TestFolder model = TestFolder.transformer(folder, "outputs.onnx")
                .modules("Transformer", "Pooling", "Dense")
                .copy("dense/identity_4/config.json", "2_Dense/config.json")
                .copy("dense/identity_4/model.safetensors", "2_Dense/model.safetensors");

        assertThat(model.profile().warnings()).anyMatch(warning -> warning.contains("contain the Dense modules"));
        assertThat(model.encode("mat").vectors()[0]).containsExactly(TestFolder.meanOf(2, 8, 3), CLOSE);
    }

    @Test
    void thePromptComesFirstAndCanBeLeftOutOfPooling() {
        TestFolder model = TestFolder.transformer(folder, "tokens.onnx")
                .write("config_sentence_transformers.json",
                        "{\"prompts\": {\"query\": \"query : \", \"passage\": \"passage : \"}}");

        assertThat(model.encode(Role.QUERY, "cat").vectors()[0]).containsExactly(TestFolder.meanOf(2, 9, 11, 5, 3),
                CLOSE);
        assertThat(model.encode(Role.DOCUMENT, "cat").vectors()[0]).containsExactly(TestFolder.meanOf(2, 10, 11, 5, 3),
                CLOSE);

        model.write("1_Pooling/config.json", "{\"pooling_mode\": \"mean\", \"include_prompt\": false}");
        assertThat(model.encode(Role.QUERY, "cat").vectors()[0]).containsExactly(TestFolder.meanOf(5, 3), CLOSE);
    }

    @Test
    void textsLongerThanTheMaximumAreCutAndReported() {
        TestFolder model = TestFolder.transformer(folder, "tokens.onnx");
        ModelOverrides four = new ModelOverrides(null, null, null, null, 4, null);
        try (Encoder encoder = model.load(four)) {
            Encoding encoding = encoder.encode(List.of("the", "the cat sat", "the cat", "the cat ".repeat(9_000)),
                    Role.DOCUMENT, Progress.NONE);

            assertThat(encoding.cut()).containsExactly(1, 3);
            assertThat(encoding.vectors()[1]).containsExactly(TestFolder.meanOf(2, 4, 5, 3), CLOSE);
            assertThat(encoding.vectors()[3]).isEqualTo(encoding.vectors()[2]);
        }
    }

    @Test
    void theTokenizersOwnTruncationAndPaddingAreOverridden() {
        // The fixture's tokenizer.json cuts at 4 tokens and pads to 16.
        assertThat(TestFolder.transformer(folder, "tokens.onnx").encode("the cat sat").vectors()[0])
                .containsExactly(TestFolder.meanOf(TestFolder.THE_CAT_SAT), CLOSE);
    }

    @Test
    void lowerCasingIsFollowed() {
        TestFolder model = TestFolder.transformer(folder, "tokens.onnx")
                .write("sentence_bert_config.json", "{\"max_seq_length\": 9, \"do_lower_case\": true}");

        assertThat(model.encode("THE Cat").vectors()[0]).containsExactly(TestFolder.meanOf(2, 4, 5, 3), CLOSE);
    }

    @Test
    void everyTextKeepsItsPlaceWhateverTheBatches() {
        List<String> texts = IntStream.range(0, 200).mapToObj(i -> "the cat ".repeat(i * 37 % 50) + "mat").toList();
        try (Encoder encoder = TestFolder.transformer(folder, "types.onnx").load()) {
            Encoding together = encoder.encode(texts, Role.DOCUMENT, Progress.NONE);
            for (int i = 0; i < texts.size(); i += 17) {
                Encoding alone = encoder.encode(texts.subList(i, i + 1), Role.DOCUMENT, Progress.NONE);
                assertThat(together.vectors()[i]).containsExactly(alone.vectors()[0], CLOSE);
            }
        }
    }

    @Test
    void noTextsGiveNoVectors() {
        assertThat(TestFolder.transformer(folder, "tokens.onnx").encode().vectors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"fixed_one.onnx, exactly 1 text of 8 tokens", "fixed_three.onnx, exactly 3 texts of 8 tokens",
            "fixed_length.onnx, exactly texts of 8 tokens"})
    void inputsOfAFixedSizeArePaddedOrCutToItAndThatIsSaid(String onnx, String said) {
        TestFolder model = TestFolder.transformer(folder, onnx);
        ModelProfile profile = model.profile();
        Encoding encoding = model.encode("the cat sat", "mat", "the cat sat on the mat : query",
                "the cat sat on the mat", "");

        assertThat(profile.maxLength()).isEqualTo(new Sourced<>(8, "model.onnx"));
        assertThat(profile.warnings()).anyMatch(warning -> warning.contains(said));
        assertThat(encoding.cut()).containsExactly(2);
        assertThat(encoding.vectors()).hasDimensions(5, 4);
        assertThat(encoding.vectors()[0]).containsExactly(TestFolder.meanOf(TestFolder.THE_CAT_SAT), CLOSE);
        assertThat(encoding.vectors()[1]).containsExactly(TestFolder.meanOf(2, 8, 3), CLOSE);
        assertThat(encoding.vectors()[2]).containsExactly(encoding.vectors()[3], CLOSE);
        assertThat(encoding.vectors()[4]).containsExactly(TestFolder.meanOf(2, 3), CLOSE);
    }

    @Test
    void aShorterMaximumThanTheFixedLengthStands() {
        ModelOverrides four = new ModelOverrides(null, null, null, null, 4, null);
        try (Encoder encoder = TestFolder.transformer(folder, "fixed_one.onnx").load(four)) {
            Encoding encoding = encoder.encode(List.of("the cat sat"), Role.DOCUMENT, Progress.NONE);

            assertThat(encoder.profile().maxLength()).isEqualTo(new Sourced<>(4, "you"));
            assertThat(encoding.vectors()[0]).containsExactly(TestFolder.meanOf(2, 4, 5, 3), CLOSE);
        }
    }
}
