package org.matryoscope.model.hub;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.matryoscope.base.Progress;
import org.matryoscope.model.Encoder;
import org.matryoscope.model.Encoders;
import org.matryoscope.model.ModelOverrides;
import org.matryoscope.model.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Models in the caches of other tools are listed, and opened where they have an ONNX file. */
class ModelCachesTest {
    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | .cache/huggingface/hub", "HF_HOME=~/hf | hf/hub",
            "HF_HUB_CACHE=~/here;HF_HOME=~/hf | here", "XDG_CACHE_HOME=~/x | x/huggingface/hub"})
    void theHubsCacheIsWhereItsLibraryLooks(String variables, String folder) {
        String[] pairs = variables.isEmpty() ? new String[0] : variables.split("[=;]");

        assertThat(new CacheTree(home).roots(pairs).hub()).isEqualTo(home.resolve(folder));
    }

    @Test
    void aModelOfTheHubsCacheOpensThroughItsLinks() {
        CacheTree tree = new CacheTree(home);
        Path repository = home.resolve(".cache/huggingface/hub/models--maker--cats");
        for (String commit : List.of("old", "new")) {
            tree.link(repository, commit, "onnx/model.onnx", CacheTree.fixture("onnx/external.onnx"));
            tree.link(repository, commit, "onnx/external.onnx_data", CacheTree.fixture("onnx/external.onnx_data"));
            tree.link(repository, commit, "tokenizer.json", CacheTree.fixture("tokenizer.json"));
            tree.link(repository, commit, "README.md", utf8("---\nlicense: mit\n---\n"));
        }
        CacheTree.write(repository.resolve("refs/main"), utf8("old"));

        CachedModel found = only(ModelCaches.list(tree.roots()));

        assertThat(found.name()).isEqualTo("maker/cats");
        assertThat(found.cache()).isEqualTo("Hugging Face");
        assertThat(found.folder().path()).isEqualTo(repository.resolve("snapshots/old"));
        assertThat(found.folder().licence()).isEqualTo("mit");
        assertThat(found.folder().opens()).isTrue();
        assertThat(found.folder().bytes()).isGreaterThan(219 + 192);
        try (Encoder encoder = Encoders.load(found.folder().path(), ModelOverrides.NONE, 1, Progress.NONE)) {
            assertThat(encoder.profile().name()).isEqualTo("maker/cats");
            assertThat(encoder.encode(List.of("the cat"), Role.QUERY, Progress.NONE).vectors()).hasDimensions(1, 4);
        }
    }

    @Test
    void aModelWithoutAnOnnxFileNamesTheCommandThatExportsIt() {
        Path snapshot = home.resolve(".cache/huggingface/hub/models--maker--plain/snapshots/abc");
        CacheTree.write(snapshot.resolve("README.md"), utf8("---\npipeline_tag: feature-extraction\n---\n"));
        CacheTree.write(snapshot.resolve("model.safetensors"), new byte[100]);
        assertThat(only(ModelCaches.list(new CacheTree(home).roots())).folder().exportCommand())
                .isEqualTo("optimum-cli export onnx --task feature-extraction --model \""
                        + snapshot.toString().replace('\\', '/') + "\" plain-onnx");

        CacheTree.write(snapshot.resolve("modules.json"), utf8(CacheTree.MODULES));
        CachedModel found = only(ModelCaches.list(new CacheTree(home).roots()));

        assertThat(found.folder().opens()).isFalse();
        assertThat(found.folder().licence()).isEqualTo("not stated");
        assertThat(found.folder().exportCommand()).startsWith("python -c \"from sentence_transformers")
                .contains("backend='onnx'", "save_pretrained('plain-onnx')");
    }

    @Test
    void otherToolsCachesAreListedToo() {
        Path torch = home.resolve(".cache/torch/sentence_transformers/sentence-transformers_all-MiniLM-L6-v2");
        CacheTree.write(torch.resolve("modules.json"), utf8(CacheTree.MODULES));
        Path fast = home.resolve("tmp/fastembed_cache/fast-bge-small-en-v1.5");
        CacheTree.write(fast.resolve("model_optimized.onnx"), CacheTree.fixture("onnx/tokens.onnx"));
        CacheTree.write(fast.resolve("tokenizer.json"), CacheTree.fixture("tokenizer.json"));
        Path table = home.resolve("tmp/fastembed_cache/models--minishlab--tiny/snapshots/1");
        CacheTree.write(table.resolve("model.safetensors"), CacheTree.fixture("static/float16.safetensors"));
        CacheTree.write(table.resolve("tokenizer.json"), CacheTree.fixture("tokenizer.json"));

        ModelCaches.Found found = ModelCaches.list(new CacheTree(home).roots());

        assertThat(found.faults()).isEmpty();
        assertThat(found.models()).extracting(CachedModel::name)
                .containsExactly("bge-small-en-v1.5", "minishlab/tiny", "sentence-transformers/all-MiniLM-L6-v2");
        assertThat(found.models()).extracting(model -> model.folder().opens()).containsExactly(true, true, false);
    }

    @Test
    void modelsForOtherTasksAreLeftOut() {
        Path hub = home.resolve(".cache/huggingface/hub");
        Path chat = hub.resolve("models--maker--chat/snapshots/1");
        CacheTree.write(chat.resolve("onnx/model.onnx"), CacheTree.fixture("onnx/logits.onnx"));
        CacheTree.write(chat.resolve("tokenizer.json"), CacheTree.fixture("tokenizer.json"));
        CacheTree.write(chat.resolve("config.json"), utf8("{\"architectures\": [\"LlamaForCausalLM\"]}"));
        CacheTree.write(hub.resolve("models--maker--pictures/snapshots/1/config.json"), utf8("{}"));
        CacheTree.write(hub.resolve("datasets--maker--texts/snapshots/1/README.md"), utf8(""));
        CacheTree.write(hub.resolve("models--maker--empty/refs/main"), utf8("gone"));

        assertThat(ModelCaches.list(new CacheTree(home).roots()))
                .isEqualTo(new ModelCaches.Found(List.of(), List.of()));
    }

    @Test
    void oneDamagedModelDoesNotHideTheOthers() {
        Path hub = home.resolve(".cache/huggingface/hub");
        CacheTree.write(hub.resolve("models--maker--damaged/snapshots/1/modules.json"), utf8("["));
        CacheTree.write(hub.resolve("models--maker--sound/snapshots/1/modules.json"), utf8(CacheTree.MODULES));

        ModelCaches.Found found = ModelCaches.list(new CacheTree(home).roots());

        assertThat(found.models()).extracting(CachedModel::name).containsExactly("maker/sound");
        assertThat(found.faults()).singleElement()
                .satisfies(fault -> assertThat(fault.where()).contains("models--maker--damaged"));
    }

    private static CachedModel only(ModelCaches.Found found) {
        assertThat(found.faults()).isEmpty();
        assertThat(found.models()).hasSize(1);
        return found.models().getFirst();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
