package org.matryoscope.model.adapted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
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

class AdaptedFolderTest {
    @TempDir
    private Path folder;

    @Test
    void theMapStandsBeforeTheLastNormalize() throws IOException {
        TestFolder base = base("tokens.onnx").modules("Transformer", "Pooling", "Normalize");
        ModelProfile profile = write(base).profile();

        assertThat(profile.modules().value()).containsExactly("Pooling", "Dense 4→4 identity", "Normalize");
        assertThat(profile.trainedPrefixes().value()).containsExactly(1, 2, 4);
        assertThat(profile.trainedPrefixes().source()).isEqualTo("config_sentence_transformers.json");
        assertThat(profile.name()).isEqualTo("notes, adapted");
        assertThat(Files.readString(out().resolve("modules.json"))).contains("\"2_Dense\"", "\"2_Normalize\"");
        assertMapped(base.path(), out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokens.onnx", "types.onnx", "half.onnx", "positions_int32.onnx"})
    void withoutNormalizeTheMapIsLast(String onnx) {
        TestFolder base = base(onnx);

        assertThat(write(base).profile().modules().value()).containsExactly("Pooling", "Dense 4→4 identity");
        assertMapped(base.path(), out());
    }

    @Test
    void aModelFileThatPoolsDoesNotContainTheMap() {
        TestFolder base = base("outputs.onnx");

        assertThat(write(base).profile().warnings()).noneMatch(warning -> warning.contains("Dense"));
        assertMapped(base.path(), out());
    }

    @Test
    void theBasesOwnDenseStaysBeforeTheMap() {
        TestFolder base = base("tokens.onnx").modules("Transformer", "Pooling", "Dense", "Normalize")
                .copy("dense/identity_4/config.json", "2_Dense/config.json")
                .copy("dense/identity_4/model.safetensors", "2_Dense/model.safetensors");

        assertThat(write(base).profile().modules().value()).containsExactly("Pooling", "Dense 4→4 identity",
                "Dense 4→4 identity", "Normalize");
        assertMapped(base.path(), out());
    }

    @Test
    void aMapCanBePutBehindAMap() {
        TestFolder base = base("outputs.onnx");
        TestFolder once = write(base);
        Path twice = folder.resolve("twice");
        AdaptedFolder.write(once.path(), ModelOverrides.NONE, Rotation.random(4, 5), CARD, twice, Progress.NONE);

        assertMapped(once.path(), ModelOverrides.NONE, Rotation.random(4, 5), twice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sentence_transformers", "float16", "mapped"})
    void aTableOfVectors(String table) {
        TestFolder base = TestFolder.table(folder.resolve("base"), table + ".safetensors");

        assertThat(write(base).profile().modules().value()).containsExactly("Dense 4→4 identity", "Normalize");
        assertMapped(base.path(), out());
    }

    @Test
    void aModel2VecExport() {
        TestFolder base = new TestFolder(folder.resolve("base")).copy("onnx/offsets.onnx", "onnx/model.onnx")
                .copy("tokenizer.json", "tokenizer.json");
        write(base);

        assertMapped(base.path(), out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MEAN", "CLS", "MAX", "LASTTOKEN", "WEIGHTEDMEAN", "MEAN_SQRT_LEN_TOKENS"})
    void whatTheUserSetOfAFolderWithoutModulesIsWrittenDown(Pooling pooling) {
        TestFolder base = base("tokens.onnx").delete("modules.json").delete("1_Pooling/config.json");
        ModelOverrides set = new ModelOverrides(null, List.of(pooling), "query : ", "passage : ", 9, null);
        AdaptedFolder.write(base.path(), set, MAP, CARD, out(), Progress.NONE);

        ModelProfile profile = new TestFolder(out()).profile();
        assertThat(profile.pooling().value()).containsExactly(pooling);
        assertThat(profile.pooling().source()).isEqualTo("1_Pooling/config.json");
        assertThat(profile.maxLength().value()).isEqualTo(9);
        assertMapped(base.path(), set, MAP, out());
    }

    @Test
    void theLayerNormOfAWellKnownModelIsWrittenDown() {
        TestFolder base = base("tokens.onnx").write("config.json",
                "{\"_name_or_path\": \"nomic-ai/nomic-embed-text-v1.5\"}");

        assertThat(write(base).profile().modules().value()).containsExactly("Pooling", "LayerNorm",
                "Dense 4→4 identity");
        assertMapped(base.path(), out());
    }

    @Test
    void filesOfTheBaseStayWhenTheBaseMoves() throws IOException {
        TestFolder base = base("external.onnx").copy("onnx/external.onnx_data", "external.onnx_data");
        Path stored = folder.resolve("blob");
        Files.move(base.path().resolve("model.onnx"), stored);
        Files.createSymbolicLink(base.path().resolve("model.onnx"), stored);
        float[] before = write(base).encode("mat").vectors()[0];
        Files.move(base.path(), folder.resolve("elsewhere"));
        Files.move(stored, folder.resolve("elsewhere blob"));

        assertThat(out().resolve("model.onnx")).isRegularFile().matches(file -> !Files.isSymbolicLink(file));
        assertThat(new TestFolder(out()).encode("mat").vectors()[0]).isEqualTo(before);
    }

    @Test
    void theCardSaysWhatWasDone() throws IOException {
        TestFolder base = base("tokens.onnx").write("README.md",
                "---\nmodel_name: owner/tiny\nlicense: mit\n---\n# tiny\n");
        write(base);

        assertThat(Files.readString(out().resolve("README.md"))).contains("library_name: sentence-transformers",
                "license: mit", "base_model: owner/tiny", "900 training, 100 validation texts", "seed 7",
                "truncate_dim=1", "| prefix | recall | agreement |", "| 2 | 0.70 | 0.81 |", "not centred",
                "Measured on these texts only");
        assertThat(Files.readString(base.path().resolve("README.md"))).contains("# tiny");
    }

    @Test
    void aFolderThatHoldsSomethingIsNotTouched() throws IOException {
        new TestFolder(out()).write("mine.txt", "mine");

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> write(base("tokens.onnx")))
                .withMessageContaining(out().toString())
                .withMessageContaining("nothing is overwritten")
                .withMessageContaining("Choose a new or empty folder");
        assertThat(names(out())).containsExactly("mine.txt");
        assertThat(names(folder)).containsExactly("base", "out");
    }

    @Test
    void anEmptyFolderIsTaken() throws IOException {
        Files.createDirectory(out());

        assertThat(write(base("tokens.onnx")).profile().dimension()).isEqualTo(4);
        assertThat(names(folder)).containsExactly("base", "out");
    }

    @Test
    void theBaseIsNoPlaceForTheCopy() {
        TestFolder base = base("tokens.onnx");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> AdaptedFolder.write(base.path(), ModelOverrides.NONE, MAP, CARD,
                        base.path().resolve("inside"), Progress.NONE))
                .withMessageContaining("lies inside the model");
    }

    @Test
    void aMapOfAnotherDimensionLeavesNothing() throws IOException {
        TestFolder base = base("tokens.onnx");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> AdaptedFolder.write(base.path(), ModelOverrides.NONE, Rotation.random(5, 1), CARD,
                        out(), Progress.NONE))
                .withMessageContaining("the map is one of 5 dimensions, and the model gives 4");
        assertThat(names(folder)).containsExactly("base");
    }

    @Test
    void aCancelledWriteLeavesNothing() throws IOException {
        TestFolder base = base("tokens.onnx");
        Progress cancelled = (done, total) -> {
            if (total > 0 && done * 2 > total) {
                throw new CancellationException();
            }
        };

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> AdaptedFolder.write(base.path(), ModelOverrides.NONE, MAP, CARD, out(), cancelled));
        assertThat(names(folder)).containsExactly("base");
    }

    private TestFolder base(String onnx) {
        return TestFolder.transformer(folder.resolve("base"), onnx);
    }

    private Path out() {
        return folder.resolve("out");
    }

    private TestFolder write(TestFolder base) {
        AdaptedFolder.write(base.path(), ModelOverrides.NONE, MAP, CARD, out(), Progress.NONE);
        return new TestFolder(out());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
