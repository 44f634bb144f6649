package org.matryoscope.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ai.onnxruntime.OrtException;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/** Puts an encoder together from what a folder says and what the user overrides. */
final class ModelLoader {
    private final Path folder;
    private final List<ModuleSpec> modules;
    private final ModelOverrides overrides;
    private final int threads;
    private final Progress progress;
    private final List<String> warnings = new ArrayList<>();

    ModelLoader(Path folder, List<ModuleSpec> modules, ModelOverrides overrides, int threads, Progress progress) {
        this.folder = folder;
        this.modules = modules;
        this.overrides = overrides;
        this.threads = threads;
        this.progress = progress;
    }

    Encoder load() {
        Path module = modules.isEmpty() ? folder : modules.getFirst().path();
        TransformerSettings settings = TransformerSettings.read(folder, module, overrides.maxLength());
        PoolingSettings pooling = PoolingSettings.read(folder, modules.get(1).path());
        Sourced<Prompts> prompts = PromptSettings.read(folder).orElse(new Sourced<>(new Prompts("", ""), "default"));
        List<Variant> variants = OnnxFiles.list(folder, module);
        Sourced<Variant> variant = OnnxFiles.choose(folder, variants, overrides.variant());
        Path onnx = folder.resolve(variant.value().file());
        Batching batching = Batching.oneByOne(threads);
        progress.report(1, 4);
        String fingerprint = new Fingerprint(progress).add(onnx)
                .add(settings.tokenizer())
                .add(prompts.value())
                .add(pooling)
                .add(settings.maxLength().value())
                .hex();
        progress.report(2, 4);
        Tokenizing tokenizing = Tokenizing.open(settings.tokenizer(), settings.maxLength().value(),
                settings.lowerCase(), true);
        OnnxBackbone backbone = new OnnxBackbone(onnx, batching.threadsPerRun(),
                new OnnxPooling(pooling.poolings().value(), settings.padLeft(), settings.padId(), 0, 0));
        progress.report(3, 4);
        List<Layer> layers = List.of(new Layer.Normalize());
        int dimension = probe(tokenizing, backbone, layers);
        ModelProfile profile = new ModelProfile(folder.getFileName().toString(), folder, fingerprint, dimension,
                new Sourced<>(Optional.ofNullable(overrides.trainedPrefixes()).orElse(List.of()), "default"),
                pooling.poolings(), prompts, settings.maxLength(), variant, variants,
                new Sourced<>("Apache-2.0", "README.md"),
                new Sourced<>(List.of("Pooling", "Normalize"), "modules.json"), warnings);
        progress.report(4, 4);
        return new FolderEncoder(profile, tokenizing, backbone, layers, batching);
    }

    private int probe(Tokenizing tokenizing, Backbone backbone, List<Layer> layers) {
        try (RunControl control = new RunControl(progress)) {
            float[] vector = backbone.embed(List.of(tokenizing.tokens("probe")), Role.DOCUMENT, control).getFirst();
            for (Layer layer : layers) {
                vector = layer.apply(vector);
            }
            return vector.length;
        } catch (OrtException e) {
            throw new Problem(folder.toString(), "the inference library failed (" + e.getMessage() + ")",
                    "Start the app again.", e);
        }
    }
}
