package org.matryoscope.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import org.matryoscope.base.Problem;
import org.matryoscope.model.ModuleSpec.Kind;

/**
 * What a folder on disk holds, told without loading a model.
 *
 * @param path the folder
 * @param name the model's name
 * @param bytes size of everything in it
 * @param files the model files that this app can run; empty where the model must be exported first
 * @param licence the licence as the card states it, or "not stated"
 * @param sentenceTransformers whether sentence-transformers saved it
 */
public record ModelFolder(Path path, String name, long bytes, List<Variant> files, String licence,
        boolean sentenceTransformers) {
    /** Heads that make something else than an embedding; Qwen3's embedding models are causal ones with modules.json. */
    private static final Pattern OTHER_TASK = Pattern.compile(".*For(?!MaskedLM|PreTraining)[A-Z]\\w*|.*LMHeadModel");
    private static final Set<String> TASKS = Set.of("feature-extraction", "sentence-similarity");

    /**
     * Looks into a folder.
     *
     * @param folder any folder
     * @return what it holds; empty if that is not a text embedding model
     * @throws Problem if a file in it cannot be read
     */
    public static Optional<ModelFolder> look(Path folder) {
        ModelFacts facts = new ModelFacts(folder);
        boolean modules = Files.isRegularFile(folder.resolve("modules.json"));
        List<Variant> files = runnable(folder);
        boolean embeds = modules || TASKS.contains(facts.task()) || !files.isEmpty();
        if (!embeds || (!modules && makesSomethingElse(folder))) {
            return Optional.empty();
        }
        return Optional
                .of(new ModelFolder(folder, facts.name(), size(folder), files, facts.licence().value(), modules));
    }

    /** Says whether the app can open the folder as it is. */
    public boolean opens() {
        return !files.isEmpty();
    }

    /**
     * Returns the command that exports the model to ONNX, into a folder in the current one. It runs in the same way in the usual
     * shells of all systems, and needs nothing from the network where the folder is complete.
     */
    public String exportCommand() {
        String source = path.toString().replace('\\', '/');
        String target = name.substring(name.lastIndexOf('/') + 1) + "-onnx";
        // Only sentence-transformers keeps pooling and prompts.
        return sentenceTransformers
                ? "python -c \"from sentence_transformers import SentenceTransformer as S; S('"
                        + source.replace("'", "\\'") + "', backend='onnx').save_pretrained('" + target + "')\""
                : "optimum-cli export onnx --task feature-extraction --model \"" + source + "\" " + target;
    }

    private static List<Variant> runnable(Path folder) {
        List<ModuleSpec> modules = ModuleSpec.list(folder);
        Path module = modules.isEmpty() ? folder : modules.getFirst().path();
        if (Stream.of(module, folder).noneMatch(each -> Files.isRegularFile(each.resolve("tokenizer.json")))) {
            return List.of();
        }
        Path table = module.resolve("model.safetensors");
        boolean stated = !modules.isEmpty() && modules.getFirst().kind() == Kind.STATICEMBEDDING;
        boolean isTable = Files.isRegularFile(table) && (stated || (modules.isEmpty() && StaticTable.standsIn(table)));
        return Stream
                .concat(isTable ? Stream.of(Variant.table(folder, table)) : Stream.of(),
                        OnnxFiles.list(folder, module).stream())
                .toList();
    }

    private static boolean makesSomethingElse(Path folder) {
        List<String> architectures = JsonFile.optional(folder.resolve("config.json"))
                .root()
                .path("architectures")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        return !architectures.isEmpty()
                && architectures.stream().allMatch(architecture -> OTHER_TASK.matcher(architecture).matches());
    }

    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        } catch (IOException e) {
            throw new Problem(folder.toString(), "the folder cannot be read", "Check its permissions.", e);
        }
    }
}
