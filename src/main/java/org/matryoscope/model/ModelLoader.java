package org.matryoscope.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.model.ModuleSpec.Kind;

/** Puts an encoder together from what a folder says and what the user overrides. */
final class ModelLoader {
    private static final int STEPS = 4;

    private final Path folder;
    private final List<ModuleSpec> modules;
    private final Path module;
    private final ModelFacts facts;
    private final ModelOverrides overrides;
    private final int threads;
    private final Progress progress;
    private final List<String> warnings = new ArrayList<>();

    ModelLoader(Path folder, ModelOverrides overrides, int threads, Progress progress) {
        this.folder = folder;
        this.modules = ModuleSpec.list(folder);
        this.module = modules.isEmpty() ? folder : modules.getFirst().path();
        this.facts = new ModelFacts(folder);
        this.overrides = overrides;
        this.threads = threads;
        this.progress = progress;
    }

    Encoder load() {
        progress.report(0, STEPS);
        TransformerSettings settings = TransformerSettings.read(folder, module, overrides.maxLength());
        List<Variant> variants = OnnxFiles.list(folder, module);
        Path table = module.resolve("model.safetensors");
        boolean stated = !modules.isEmpty() && modules.getFirst().kind() == Kind.STATICEMBEDDING;
        boolean guessed = modules.isEmpty() && variants.isEmpty() && Files.exists(table) && StaticTable.standsIn(table);
        return guessed || (stated && (variants.isEmpty() || Files.exists(table)))
                ? fromTable(settings, table)
                : fromOnnx(settings, variants);
    }

    private Encoder fromTable(TransformerSettings read, Path file) {
        TransformerSettings settings = read.forStaticModel(folder, overrides.maxLength());
        StaticTable table = StaticTable.read(file);
        progress.report(1, STEPS);
        Tokenizing tokenizing = Tokenizing.open(settings, false);
        Variant variant = Variant.table(folder, file);
        return assemble(new Parts(settings, tokenizing, table, new Sourced<>(variant, "the only one"), List.of(variant),
                List.of(file), new Sourced<>(List.of(), variant.file()), true, Batching.ofTable(threads)));
    }

    private Encoder fromOnnx(TransformerSettings read, List<Variant> variants) {
        Sourced<Variant> variant = OnnxFiles.choose(folder, variants, overrides.variant());
        Path file = folder.resolve(variant.value().file());
        OnnxGraph graph = OnnxGraph.read(file);
        Batching batching = graph.quantisesActivations()
                ? Batching.oneByOne(threads)
                : Batching.together(threads, variant.value().bytes());
        progress.report(1, STEPS);
        OnnxModel model = new OnnxModel(file, batching.threadsPerRun(), facts.taskIds());
        try {
            InputShape shape = model.shape();
            TransformerSettings settings = (model.isStatic()
                    ? read.forStaticModel(folder, overrides.maxLength())
                    : read).within(shape, variant.value().file());
            if (shape.fixed()) {
                warnings.add("The model file takes exactly " + shape.words()
                        + " at a time: shorter texts are padded, longer ones cut.");
            }
            Tokenizing tokenizing = Tokenizing.open(settings, !model.isStatic());
            boolean pooled = pools(model, settings, tokenizing);
            PoolingSettings pooling = pooled
                    ? new PoolingSettings(new Sourced<>(List.of(), variant.value().file()), true)
                    : pooling();
            Prompts prompts = prompts().value();
            boolean skip = !pooling.includePrompt();
            OnnxPooling pooler = new OnnxPooling(pooling.poolings().value(), settings.padLeft(), settings.padId(),
                    skip ? tokenizing.promptLength(prompts.query()) : 0,
                    skip ? tokenizing.promptLength(prompts.document()) : 0);
            List<Path> content = Stream.concat(Stream.of(file), graph.externalFiles(file).stream()).toList();
            return assemble(new Parts(settings, tokenizing, new OnnxBackbone(model, pooler), variant, variants, content,
                    pooling.poolings(), pooled, batching.within(shape)));
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /** Everything that stands when the first text can be pooled. */
    private record Parts(TransformerSettings settings, Tokenizing tokenizing, Backbone backbone,
            Sourced<Variant> variant, List<Variant> variants, List<Path> content, Sourced<List<Pooling>> pooling,
            boolean pooledByFile, Batching batching) {}

    private Encoder assemble(Parts parts) {
        try {
            progress.report(2, STEPS);
            float[] first = embed(parts);
            boolean layerNorm = facts.known().map(KnownModel::plainLayerNorm).orElse(false);
            boolean isStatic = parts.backbone() instanceof StaticTable;
            LayerChain chain = LayerChain.read(layerModules(), parts.pooledByFile() && !isStatic, layerNorm,
                    first.length);
            warnings.addAll(chain.warnings());
            compareWithPooling(parts, first.length);
            checkFinite(parts, chain, first);
            progress.report(3, STEPS);
            ModelProfile profile = profile(parts, chain);
            progress.report(STEPS, STEPS);
            return new FolderEncoder(profile,
                    new Pipeline(parts.tokenizing(), parts.backbone(), chain.layers(), parts.batching()));
        } catch (RuntimeException e) {
            parts.tokenizing().close();
            throw e;
        }
    }

    /** Says where the pooling's settings and the model file contradict each other, which belong to two models then. */
    private void compareWithPooling(Parts parts, int width) {
        boolean dense = parts.pooledByFile()
                && modules.stream().anyMatch(each -> each.kind() == Kind.DENSE && !each.outside());
        int poolings = Math.max(1, parts.pooling().value().size());
        modules.stream().filter(each -> each.kind() == Kind.POOLING && !dense).findFirst().ifPresent(each -> {
            Path path = each.path();
            PoolingSettings.statedWidth(path)
                    .filter(stated -> stated * poolings != width)
                    .ifPresent(stated -> warnings.add(relative(path.resolve("config.json")) + " speaks of " + stated
                            + " dimensions, but the model file gives " + width / poolings + "; the file's are used."));
        });
    }

    private ModelProfile profile(Parts parts, LayerChain chain) {
        Sourced<Prompts> prompts = prompts();
        List<String> names = Stream
                .concat(parts.pooling().value().isEmpty() ? Stream.of() : Stream.of("Pooling"),
                        chain.layers().stream().map(Layer::description))
                .toList();
        return new ModelProfile(facts.name(), folder, fingerprint(parts, names, prompts.value()), chain.dimension(),
                facts.trainedPrefixes(overrides.trainedPrefixes(), chain.dimension()), parts.pooling(), prompts,
                parts.settings().maxLength(), parts.variant(), parts.variants(), facts.licence(),
                new Sourced<>(names, modules.isEmpty() ? "default" : "modules.json"), List.copyOf(warnings));
    }

    private String fingerprint(Parts parts, List<String> names, Prompts prompts) {
        Fingerprint fingerprint = new Fingerprint(progress);
        parts.content().forEach(fingerprint::add);
        fingerprint.add(parts.settings().tokenizer());
        modules.stream()
                .map(each -> each.path().resolve("model.safetensors"))
                .filter(weights -> !parts.content().contains(weights) && Files.exists(weights))
                .forEach(fingerprint::add);
        TransformerSettings settings = parts.settings();
        return fingerprint.add(parts.pooling().value())
                .add(names)
                .add(prompts)
                .add(settings.maxLength().value())
                .add(settings.lowerCase())
                .add(settings.padLeft())
                .hex();
    }

    private PoolingSettings pooling() {
        Optional<PoolingSettings> read = modules.stream()
                .filter(each -> each.kind() == Kind.POOLING)
                .findFirst()
                .map(each -> PoolingSettings.read(folder, each.path()));
        Sourced<List<Pooling>> poolings = overrides.pooling() != null
                ? new Sourced<>(List.copyOf(overrides.pooling()), "you")
                : read.map(PoolingSettings::poolings).or(this::knownPooling).orElseGet(this::assumedPooling);
        if (poolings.value().size() > 1) {
            warnings.add("Several poolings are concatenated, so a prefix of the vector has no meaning of its own.");
        }
        return new PoolingSettings(poolings, read.map(PoolingSettings::includePrompt).orElse(true));
    }

    private Optional<Sourced<List<Pooling>>> knownPooling() {
        return facts.known().map(KnownModel::pooling).map(pooling -> new Sourced<>(List.of(pooling), "known model"));
    }

    private Sourced<List<Pooling>> assumedPooling() {
        warnings.add("The folder does not say how token vectors are pooled; mean pooling is assumed.");
        return new Sourced<>(List.of(Pooling.MEAN), "default");
    }

    private Sourced<Prompts> prompts() {
        Sourced<Prompts> read = PromptSettings.read(folder)
                .or(() -> facts.known().map(KnownModel::prompts).map(prompts -> new Sourced<>(prompts, "known model")))
                .orElse(new Sourced<>(new Prompts("", ""), "default"));
        return overrides.prompts(read);
    }

    /** Returns the modules; for Model2Vec folders without {@code modules.json} what their configuration implies. */
    private List<ModuleSpec> layerModules() {
        boolean normalize = Stream.of("config.json", "config_sentence_transformers.json")
                .map(name -> JsonFile.optional(folder.resolve(name)))
                .anyMatch(file -> file.flag("normalize", false));
        return modules.isEmpty() && normalize ? List.of(new ModuleSpec(Kind.NORMALIZE, folder, false)) : modules;
    }

    private boolean pools(OnnxModel model, TransformerSettings settings, Tokenizing tokenizing) {
        try (RunControl control = new RunControl(progress)) {
            TokenBatch batch = TokenBatch.of(List.of(probe(tokenizing)), settings.padLeft(), settings.padId(),
                    model.shape());
            return model.run(batch, Role.DOCUMENT, control).pooled();
        }
    }

    private float[] embed(Parts parts) {
        try (RunControl control = new RunControl(progress)) {
            return parts.backbone().embed(List.of(probe(parts.tokenizing())), Role.DOCUMENT, control).getFirst();
        }
    }

    /** A text that shows, before the first of the user's, what the model gives. */
    private static Tokens probe(Tokenizing tokenizing) {
        return tokenizing.tokens("What does the model give?");
    }

    private void checkFinite(Parts parts, LayerChain chain, float[] first) {
        float[] vector = first;
        for (Layer layer : chain.layers()) {
            vector = layer.apply(vector);
        }
        for (float value : vector) {
            if (!Float.isFinite(value)) {
                throw new Problem(folder.resolve(parts.variant().value().file()).toString(),
                        "the model's output is not an embedding: it contains " + value,
                        "Choose another file of the model; float16 ones overflow on some processors.");
            }
        }
    }

    private String relative(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
