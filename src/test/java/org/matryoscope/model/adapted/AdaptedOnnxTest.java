package org.matryoscope.model.adapted;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.model.ModelFile;
import org.matryoscope.model.ModelOverrides;
import org.matryoscope.model.ModelProfile;
import org.matryoscope.model.Pooling;
import org.matryoscope.model.TestFolder;
import org.matryoscope.rotation.Rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.matryoscope.model.adapted.AdaptedModels.CARD;
import static org.matryoscope.model.adapted.AdaptedModels.MAP;
import static org.matryoscope.model.adapted.AdaptedModels.assertMapped;

class AdaptedOnnxTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"tokens", "types", "past", "half", "double", "pooler", "outputs", "task", "positions_int32",
            "fixed_one", "fixed_length"})
    void theFileGivesTheMappedVector(String onnx) {
        TestFolder base = base(onnx + ".onnx");
        ModelProfile profile = write(base).profile();

        assertThat(profile.modules().value()).isEmpty();
        assertThat(profile.trainedPrefixes().value()).containsExactly(1, 2, 4);
        assertThat(ModelFile.read(out().resolve("onnx/model.onnx")).output()).isEqualTo("sentence_embedding");
        assertThat(out().resolve("modules.json")).doesNotExist();
        assertMapped(base.path(), out());
    }

    @ParameterizedTest
    @CsvSource({"CLS, left", "CLS, right", "MAX, left", "MAX, right", "MEAN, left", "LASTTOKEN, left",
            "LASTTOKEN, right", "WEIGHTEDMEAN, left", "WEIGHTEDMEAN, right", "MEAN_SQRT_LEN_TOKENS, right"})
    void everyPoolingOnEitherSideOfPadding(Pooling pooling, String side) {
        TestFolder base = base("positions_int32.onnx").write("tokenizer_config.json",
                "{\"padding_side\": \"" + side + "\"}");
        ModelOverrides set = new ModelOverrides(null, List.of(pooling), "query : ", "passage : ", 9, null);
        AdaptedOnnx.write(base.path(), set, MAP, CARD, out(), Progress.NONE);

        assertMapped(base.path(), set, MAP, out());
    }

    @Test
    void bothFormsOfAMapBehindAMap() {
        TestFolder base = base("tokens.onnx");
        TestFolder once = write(base);
        Path twice = folder.resolve("twice");
        Rotation next = Rotation.random(4, 5);
        AdaptedOnnx.write(once.path(), ModelOverrides.NONE, next, CARD, twice, Progress.NONE);

        assertMapped(once.path(), ModelOverrides.NONE, next, twice);
    }

    @Test
    void weightsBesideTheFileAreTakenAlong() {
        TestFolder base = base("external.onnx").copy("onnx/external.onnx_data", "external.onnx_data");
        write(base);

        assertThat(out().resolve("onnx/external.onnx_data")).isRegularFile();
        assertMapped(base.path(), out());
    }

    @Test
    void aModel2VecExport() {
        TestFolder base = new TestFolder(folder.resolve("base")).copy("onnx/offsets.onnx", "onnx/model.onnx")
                .copy("tokenizer.json", "tokenizer.json");
        write(base);

        assertMapped(base.path(), out());
    }

    @Test
    void modulesAfterTheFileAreRefused() {
        TestFolder base = base("tokens.onnx").modules("Transformer", "Pooling", "Dense")
                .copy("dense/tanh_4_residual/config.json", "2_Dense/config.json")
                .copy("dense/tanh_4_residual/model.safetensors", "2_Dense/model.safetensors");

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> write(base))
                .withMessageContaining("Dense 4→4 tanh, residual after its ONNX file")
                .withMessageContaining("Write a folder for sentence-transformers instead");
        assertThat(Files.exists(out())).isFalse();
    }

    @Test
    void aTableIsRefused() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> write(TestFolder.table(folder.resolve("base"), "float16.safetensors")))
                .withMessageContaining("table of vectors");
    }

    @Test
    void aPromptLeftOutOfPoolingIsRefusedByTheCheck() {
        TestFolder base = base("tokens.onnx")
                .write("config_sentence_transformers.json", "{\"prompts\": {\"query\": \"query : \"}}")
                .write("1_Pooling/config.json", "{\"pooling_mode\": \"mean\", \"include_prompt\": false}");

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> write(base))
                .withMessageContaining("would give other vectors");
        assertThat(Files.exists(out())).isFalse();
    }

    private TestFolder base(String onnx) {
        return TestFolder.transformer(folder.resolve("base"), onnx);
    }

    private Path out() {
        return folder.resolve("out");
    }

    private TestFolder write(TestFolder base) {
        AdaptedOnnx.write(base.path(), ModelOverrides.NONE, MAP, CARD, out(), Progress.NONE);
        return new TestFolder(out());
    }
}
