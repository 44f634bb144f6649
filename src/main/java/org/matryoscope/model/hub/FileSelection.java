package org.matryoscope.model.hub;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;
import org.matryoscope.model.Variant;

/**
 * The least set of a model's files with which the app can open it.
 *
 * @param variants the model files to choose from, the preferred one first
 * @param chosen the one taken
 * @param files all files to fetch: settings and tokenizer first
 */
record FileSelection(List<Variant> variants, Variant chosen, List<HubFile> files) {
    private static final Set<String> SETTINGS = Set.of("README.md", "config.json", "modules.json", "tokenizer.json",
            "tokenizer_config.json", "sentence_bert_config.json", "config_sentence_transformers.json");
    /** The folders of modules; that of a transformer holds what else stands at the top. */
    private static final Pattern MODULE = Pattern.compile(
            "\\d+_\\w+/(?:config|tokenizer|tokenizer_config|sentence_bert_config)\\.json|\\d+_(?!Static|Transformer)\\w+/model\\.safetensors");
    private static final Pattern ONNX = Pattern.compile("(?:\\d+_\\w+/)?(?:onnx/)?[^/\\\\]+\\.onnx");
    /** What exporters append to a model file's name; a name that leads elsewhere is none of these. */
    private static final Pattern EXTERNAL_DATA = Pattern.compile("[_.]data[\\w.-]*");
    private static final Pattern TABLE = Pattern.compile("(?:\\d+_StaticEmbedding/)?model\\.safetensors");

    /**
     * Selects.
     *
     * @param id the model, for messages
     * @param all every file of the model
     * @param isStatic whether it is a table of static vectors
     * @param wanted path of the model file that the user wants, or null
     * @throws Problem if the model has no file that the app can run, or not the one wanted
     */
    static FileSelection of(ModelId id, List<HubFile> all, boolean isStatic, @Nullable String wanted) {
        List<Variant> variants = Stream.concat(
                all.stream()
                        .filter(file -> isStatic && TABLE.matcher(file.path()).matches())
                        .map(file -> new Variant(file.path(), "static table", file.bytes())),
                all.stream()
                        .filter(file -> ONNX.matcher(file.path()).matches())
                        .map(file -> new Variant(file.path(), Variant.kind(file.path()),
                                parts(file.path(), all).mapToLong(HubFile::bytes).sum()))
                        .sorted(Comparator.comparing(Variant::file, Variant.PREFERENCE)))
                .toList();
        if (variants.isEmpty()) {
            throw new Problem(id.name(), "the model has no ONNX file on the hub, so this app cannot run it",
                    "Look for an export of it (many stand under onnx-community), or export it: optimum-cli export onnx --task"
                            + " feature-extraction --model " + id.name() + " folder.");
        }
        Variant chosen = wanted == null
                ? variants.getFirst()
                : variants.stream()
                        .filter(variant -> variant.file().equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> new Problem(id.name() + ", " + wanted, "the model has no such file",
                                "Choose one of " + String.join(", ", variants.stream().map(Variant::file).toList())
                                        + "."));
        Stream<HubFile> settings = all.stream()
                .filter(file -> SETTINGS.contains(file.path()) || MODULE.matcher(file.path()).matches());
        return new FileSelection(variants, chosen, Stream.concat(settings, parts(chosen.file(), all)).toList());
    }

    /** A model file and its external data, which exporters name after it. */
    private static Stream<HubFile> parts(String model, List<HubFile> all) {
        return all.stream()
                .filter(file -> file.path().equals(model) || (file.path().startsWith(model)
                        && EXTERNAL_DATA.matcher(file.path().substring(model.length())).matches()));
    }
}
