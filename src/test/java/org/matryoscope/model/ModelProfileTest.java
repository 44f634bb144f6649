package org.matryoscope.model;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Every setting is read from where the tools write it, and says so. */
class ModelProfileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sentence_transformers.models.", "sentence_transformers.base.modules.transformer.",
            "sentence_transformers.sentence_transformer.modules.pooling.", ""})
    void modulesAreKnownByTheLastPartOfTheirType(String packageName) {
        TestFolder model = TestFolder.transformer(folder, "tokens.onnx").write("modules.json", """
                [{"type": "%1$sTransformer"}, {"path": "1_Pooling", "type": "%1$sPooling"},
                 {"path": "2_Normalize", "type": "%1$sNormalize"}]""".formatted(packageName));

        assertThat(model.profile().modules()).isEqualTo(new Sourced<>(List.of("Pooling", "Normalize"), "modules.json"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"pooling_mode\": \"lasttoken\"} | LASTTOKEN",
            "{\"pooling_mode\": [\"cls\"]} | CLS",
            "{\"pooling_mode\": \"mean_sqrt_len_tokens\"} | MEAN_SQRT_LEN_TOKENS",
            "{\"pooling_mode_cls_token\": true, \"pooling_mode_mean_tokens\": false} | CLS",
            "{\"pooling_mode_max_tokens\": true} | MAX", "{\"pooling_mode_weightedmean_tokens\": true} | WEIGHTEDMEAN",
            "{\"pooling_mode_mean_sqrt_len_tokens\": true} | MEAN_SQRT_LEN_TOKENS",
            "{\"pooling_mode_lasttoken\": true} | LASTTOKEN"})
    void bothSchemasOfPoolingAreRead(String config, Pooling pooling) {
        ModelProfile profile = TestFolder.transformer(folder, "tokens.onnx")
                .write("1_Pooling/config.json", config)
                .profile();

        assertThat(profile.pooling()).isEqualTo(new Sourced<>(List.of(pooling), "1_Pooling/config.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"pooling_mode\": [\"cls\", \"mean\"]}",
            "{\"pooling_mode_mean_tokens\": true, \"pooling_mode_cls_token\": true}"})
    void severalPoolingsAreConcatenatedWithAWarning(String config) {
        ModelProfile profile = TestFolder.transformer(folder, "tokens.onnx")
                .write("1_Pooling/config.json", config)
                .profile();

        assertThat(profile.pooling().value()).containsExactly(Pooling.CLS, Pooling.MEAN);
        assertThat(profile.dimension()).isEqualTo(8);
        assertThat(profile.warnings()).anyMatch(warning -> warning.contains("no meaning of its own"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"tokens | {\"pooling_mode\": \"cls\", \"embedding_dimension\": 8} | 8",
            "tokens | {\"pooling_mode_mean_tokens\": true, \"word_embedding_dimension\": 16} | 16",
            "outputs | {\"pooling_mode\": \"mean\", \"embedding_dimension\": 8} | 8"})
    void poolingThatContradictsTheFilesDimensionIsSaid(String onnx, String config, int stated) {
        ModelProfile profile = TestFolder.transformer(folder, onnx + ".onnx")
                .write("1_Pooling/config.json", config)
                .profile();

        assertThat(profile.dimension()).isEqualTo(4);
        assertThat(profile.warnings()).containsExactly("1_Pooling/config.json speaks of " + stated
                + " dimensions, but the model file gives 4; the file's are used.");
    }

    @Test
    void poolingThatFitsIsNotSpokenOf() {
        assertThat(TestFolder.transformer(folder, "tokens.onnx").profile().warnings()).isEmpty();
        assertThat(TestFolder.transformer(folder, "tokens.onnx")
                .write("1_Pooling/config.json", "{\"pooling_mode\": [\"cls\", \"mean\"], \"embedding_dimension\": 4}")
                .profile()
                .warnings()).noneMatch(warning -> warning.contains("speaks of"));
    }

    @Test
    void aFolderThatDoesNotSayIsPooledByTheMeanWithAWarning() {
        ModelProfile profile = new TestFolder(folder).copy("onnx/tokens.onnx", "model.onnx")
                .copy("tokenizer.json", "tokenizer.json")
                .profile();

        assertThat(profile.pooling()).isEqualTo(new Sourced<>(List.of(Pooling.MEAN), "default"));
        assertThat(profile.warnings()).anyMatch(warning -> warning.contains("mean pooling is assumed"));
        assertThat(profile.maxLength()).isEqualTo(new Sourced<>(512, "default"));
        assertThat(profile.licence()).isEqualTo(new Sourced<>("not stated", "default"));
    }

    @Test
    void theMaximumLengthIsTheNarrowestOfWhatIsStated() {
        TestFolder model = TestFolder.transformer(folder, "tokens.onnx")
                .write("tokenizer_config.json", "{\"model_max_length\": 1000000000000000019884624838656}");
        assertThat(model.profile().maxLength()).isEqualTo(new Sourced<>(512, "default"));

        model.write("config.json", "{\"max_position_embeddings\": 300}");
        assertThat(model.profile().maxLength()).isEqualTo(new Sourced<>(300, "config.json"));

        model.write("tokenizer_config.json", "{\"model_max_length\": 200}");
        assertThat(model.profile().maxLength()).isEqualTo(new Sourced<>(200, "tokenizer_config.json"));

        model.write("sentence_bert_config.json", "{\"max_seq_length\": 100, \"do_lower_case\": false}");
        assertThat(model.profile().maxLength()).isEqualTo(new Sourced<>(100, "sentence_bert_config.json"));

        model.write("sentence_bert_config.json", "{\"max_seq_length\": 9999}");
        assertThat(model.profile().maxLength()).isEqualTo(new Sourced<>(300, "config.json"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"query\": \"q: \", \"document\": \"d: \"} | | q:␣ | d:␣",
            "{\"query\": \"q: \", \"passage\": \"p: \"} | | q:␣ | p:␣", "{\"query\": \"q: \"} | | q:␣ | ''",
            "{\"retrieval.query\": \"a \", \"retrieval.passage\": \"b \"} | | a␣ | b␣",
            "{\"clustering\": \"c: \"} | clustering | c:␣ | c:␣"})
    void promptsAreReadByRole(String prompts, String defaultName, String query, String document) {
        String name = defaultName == null ? "null" : "\"" + defaultName + "\"";
        ModelProfile profile = TestFolder.transformer(folder, "tokens.onnx")
                .write("config_sentence_transformers.json",
                        "{\"prompts\": " + prompts + ", \"default_prompt_name\": " + name + "}")
                .profile();

        assertThat(profile.prompts()).isEqualTo(new Sourced<>(
                new Prompts(query.replace('␣', ' '), document.replace('␣', ' ')), "config_sentence_transformers.json"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"README.md | ---\\nmatryoshka_dims: [4, 2]\\n--- | 2,4",
            "README.md | ---\\nlicense: mit\\n---\\n\"matryoshka_dims\": [\\n  2,\\n  1\\n] | 1,2,4",
            "README.md | ---\\nmatryoshka_dims:\\n- 2\\n- 3\\n--- | 2,3,4",
            "config.json | {\"matryoshka_dimensions\": [1, 2, 4, 800]} | 1,2,4",
            "config_sentence_transformers.json | {\"matryoshka_dims\": [3]} | 3,4",
            "config_sentence_transformers.json | {\"truncate_dim\": 2} | 2,4"})
    void trainedPrefixesAreReadWhereTheyAreStated(String file, String content, String expected) {
        ModelProfile profile = TestFolder.transformer(folder, "tokens.onnx")
                .write(file, content.replace("\\n", "\n"))
                .profile();

        assertThat(profile.trainedPrefixes())
                .isEqualTo(new Sourced<>(List.of(expected.split(",")).stream().map(Integer::valueOf).toList(), file));
    }

    @Test
    void theCardGivesNameAndLicence() {
        TestFolder model = TestFolder.transformer(folder, "tokens.onnx")
                .write("README.md",
                        "---\r\nmodel_name: \"Tiny model\"\r\nlicense: apache-2.0\r\n---\r\n\r\nlicense: mit\r\n");
        assertThat(model.profile().name()).isEqualTo("Tiny model");
        assertThat(model.profile().licence()).isEqualTo(new Sourced<>("apache-2.0", "README.md"));

        model.write("README.md", "---\nlicense: other\nlicense_name: gemma\n---\n");
        assertThat(model.profile().licence()).isEqualTo(new Sourced<>("gemma", "README.md"));
    }

    @Test
    void aWellKnownModelIsCompletedFromTheTable() {
        Path cache = folder.resolve("models--nomic-ai--nomic-embed-text-v1.5/snapshots/abc");
        TestFolder model = new TestFolder(cache).copy("onnx/tokens.onnx", "onnx/model.onnx")
                .copy("tokenizer.json", "tokenizer.json");

        ModelProfile profile = model.profile();

        assertThat(profile.name()).isEqualTo("nomic-ai/nomic-embed-text-v1.5");
        assertThat(profile.prompts())
                .isEqualTo(new Sourced<>(new Prompts("search_query: ", "search_document: "), "known model"));
        assertThat(profile.pooling()).isEqualTo(new Sourced<>(List.of(Pooling.MEAN), "known model"));
        assertThat(profile.licence()).isEqualTo(new Sourced<>("apache-2.0", "known model"));
        assertThat(profile.modules().value()).containsExactly("Pooling", "LayerNorm");
    }

    @ParameterizedTest
    @CsvSource({"nomic-embed-text-v1.5, 768, '64,128,256,512,768'", "mxbai-embed-large-v1, 1024, '64,128,256,512,1024'",
            "snowflake-arctic-embed-m-v1.5, 768, '256,768'", "snowflake-arctic-embed-l-v2.0, 1024, '256,1024'",
            "embeddinggemma-300m-ONNX, 768, '128,256,512,768'", "Qwen3-Embedding-0.6B, 1024, '32,64,128,256,512,1024'",
            "jina-embeddings-v3, 1024, '32,64,128,256,512,768,1024'",
            "static-retrieval-mrl-en-v1, 1024, '32,64,128,256,512,768,1024'", "potion-base-8M, 256, ''",
            "all-MiniLM-L6-v2, 384, ''"})
    void theTableOfWellKnownModelsGivesTheirPrefixes(String name, int dimension, String prefixes) {
        Sourced<List<Integer>> read = new ModelFacts(folder.resolve(name)).trainedPrefixes(null, dimension);

        assertThat(read.source()).isEqualTo("known model");
        assertThat(String.join(",", read.value().stream().map(String::valueOf).toList())).isEqualTo(prefixes);
    }

    @Test
    void theUserOverridesEveryField() {
        TestFolder model = TestFolder.transformer(folder, "tokens.onnx").copy("onnx/half.onnx", "onnx/model_fp16.onnx");
        ModelOverrides overrides = new ModelOverrides(List.of(1, 2), List.of(Pooling.MAX), "query ", "passage ", 7,
                "onnx/model_fp16.onnx");
        try (Encoder encoder = model.load(overrides)) {
            ModelProfile profile = encoder.profile();

            assertThat(profile.trainedPrefixes()).isEqualTo(new Sourced<>(List.of(1, 2), "you"));
            assertThat(profile.pooling()).isEqualTo(new Sourced<>(List.of(Pooling.MAX), "you"));
            assertThat(profile.prompts()).isEqualTo(new Sourced<>(new Prompts("query ", "passage "), "you"));
            assertThat(profile.maxLength()).isEqualTo(new Sourced<>(7, "you"));
            assertThat(profile.variant().source()).isEqualTo("you");
            assertThat(profile.variant().value().kind()).isEqualTo("float16");
        }
    }

    @Test
    void variantsAreListedWithKindAndTheWholeOneFirst() {
        TestFolder model = TestFolder.transformer(folder, "tokens.onnx")
                .copy("onnx/tokens.onnx", "onnx/model_qint8_avx512_vnni.onnx")
                .copy("onnx/tokens.onnx", "onnx/model_q4f16.onnx")
                .copy("onnx/tokens.onnx", "onnx/model_O4.onnx")
                .copy("onnx/tokens.onnx", "onnx/custom.onnx")
                .write("onnx/model_bnb4.onnx", "damaged");

        assertThat(model.profile().variants()).extracting(Variant::file, Variant::kind)
                .containsExactly(tuple("model.onnx", "float32"),
                        tuple("onnx/model_qint8_avx512_vnni.onnx", "int8 for AVX-512 VNNI"),
                        tuple("onnx/model_O4.onnx", "float16, graph optimised (O4)"),
                        tuple("onnx/model_q4f16.onnx", "4 bit and float16"),
                        tuple("onnx/model_bnb4.onnx", "4 bit (bnb)"),
                        tuple("onnx/custom.onnx", "precision not stated"));
    }

    @Test
    void theFingerprintFollowsWhatChangesTheVectors() {
        TestFolder model = TestFolder.transformer(folder, "tokens.onnx");
        String first = model.profile().fingerprint();

        assertThat(model.profile().fingerprint()).isEqualTo(first).matches("[0-9a-f]{64}");
        assertThat(fingerprint(model, new ModelOverrides(List.of(2), null, null, null, null, null))).isEqualTo(first);
        assertThat(fingerprint(model, new ModelOverrides(null, List.of(Pooling.CLS), null, null, null, null)))
                .isNotEqualTo(first);
        assertThat(fingerprint(model, new ModelOverrides(null, null, "the ", null, null, null))).isNotEqualTo(first);
        assertThat(fingerprint(model, new ModelOverrides(null, null, null, null, 5, null))).isNotEqualTo(first);
        assertThat(model.copy("onnx/half.onnx", "model.onnx").profile().fingerprint()).isNotEqualTo(first);
    }

    private static String fingerprint(TestFolder model, ModelOverrides overrides) {
        try (Encoder encoder = model.load(overrides)) {
            return encoder.profile().fingerprint();
        }
    }
}
