package org.matryoscope.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.matryoscope.base.Problem;

/** What a folder says about its model beside how to run it: name, licence, trained prefixes. */
final class ModelFacts {
    private static final String CARD = "README.md";
    /** Lists such as {@code "matryoshka_dims": [768, 512]} (JSON) or {@code matryoshka_dims:\n- 768} (YAML). */
    private static final Pattern DIMS = Pattern.compile(
            "\"?matryoshka_dim(?:s|ensions)\"?\\s*[:=]\\s*(?:\\[([\\d,\\s]+)]|((?:\\s*-\\s+\\d+\\s*$)+))",
            Pattern.MULTILINE);
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Path folder;
    private final String card;
    private final String frontMatter;
    private final JsonFile config;
    private final JsonFile sentenceConfig;

    /**
     * Reads the card and the configuration.
     *
     * @throws Problem if a file that is there cannot be read
     */
    ModelFacts(Path folder) {
        this.folder = folder;
        card = text(folder.resolve(CARD));
        Matcher front = Pattern.compile("\\A---\\s*\\R(.*?)^---\\s*$", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(card);
        frontMatter = front.find() ? front.group(1) : "";
        config = JsonFile.optional(folder.resolve("config.json"));
        sentenceConfig = JsonFile.optional(folder.resolve("config_sentence_transformers.json"));
    }

    /** Returns the name to show: the card's, or that of the hub's cache folder, or the folder's own. */
    String name() {
        return field("model_name").orElseGet(this::folderName);
    }

    /** Returns the model's entry in the table of well-known ones. */
    Optional<KnownModel> known() {
        return KnownModel.find(Stream.of(folderName(), config.string("_name_or_path"), name())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList());
    }

    /** Returns what the card says the model is for ("feature-extraction"), or "". */
    String task() {
        return field("pipeline_tag").orElse("");
    }

    /** Returns the licence, or "not stated". */
    Sourced<String> licence() {
        return field("license_name").or(() -> field("license"))
                .map(licence -> new Sourced<>(licence, CARD))
                .or(() -> known().map(model -> new Sourced<>(model.licence(), "known model")))
                .orElse(new Sourced<>("not stated", "default"));
    }

    /**
     * Returns the prefix lengths the model was trained for, ascending and ending with the full dimension; empty for an ordinary
     * model.
     *
     * @param wanted the user's own, if any
     * @param dimension the full dimension
     */
    Sourced<List<Integer>> trainedPrefixes(@Nullable List<Integer> wanted, int dimension) {
        if (wanted != null) {
            return new Sourced<>(List.copyOf(wanted), "you");
        }
        return Stream
                .of(stated(sentenceConfig), stated(config), dims(card).map(dims -> new Sourced<>(dims, CARD)),
                        known().map(model -> new Sourced<>(model.trainedPrefixes(), "known model")), cut())
                .flatMap(Optional::stream)
                .findFirst()
                .map(dims -> new Sourced<>(completed(dims.value(), dimension), dims.source()))
                .orElse(new Sourced<>(List.of(), "default"));
    }

    /** Returns the values for an input {@code task_id}: the places of the retrieval adapters in the configuration. */
    OnnxInputs.TaskIds taskIds() {
        List<String> adapters = config.root().path("lora_adaptations").valueStream().map(JsonNode::asString).toList();
        return new OnnxInputs.TaskIds(place(adapters, "retrieval.query", 0), place(adapters, "retrieval.passage", 1));
    }

    private static int place(List<String> adapters, String name, int otherwise) {
        int place = adapters.indexOf(name);
        return place < 0 ? otherwise : place;
    }

    private String folderName() {
        Path path = folder.toAbsolutePath().normalize();
        int names = path.getNameCount();
        // A hub's cache keeps models--owner--name/snapshots/<commit>.
        if (names >= 3 && path.getName(names - 2).toString().equals("snapshots")) {
            return path.getName(names - 3).toString().replaceFirst("^models--", "").replace("--", "/");
        }
        return names == 0 ? path.toString() : path.getName(names - 1).toString();
    }

    private Optional<Sourced<List<Integer>>> stated(JsonFile file) {
        return dims(file.root().toString()).map(dims -> new Sourced<>(dims, file.nameIn(folder)));
    }

    private Optional<Sourced<List<Integer>>> cut() {
        return sentenceConfig.size("truncate_dim")
                .map(cut -> new Sourced<>(List.of(cut), sentenceConfig.nameIn(folder)));
    }

    private static Optional<List<Integer>> dims(String text) {
        Matcher list = DIMS.matcher(text);
        return list.find()
                ? Optional.of(
                        NUMBER.matcher(list.group()).results().map(MatchResult::group).map(Integer::valueOf).toList())
                : Optional.empty();
    }

    /** Returns prefix lengths in order, without those that are too long, and with the full dimension; none for none. */
    static List<Integer> completed(List<Integer> dims, int dimension) {
        return dims.isEmpty()
                ? dims
                : Stream.concat(dims.stream(), Stream.of(dimension))
                        .filter(d -> d >= 1 && d <= dimension)
                        .distinct()
                        .sorted()
                        .toList();
    }

    private Optional<String> field(String name) {
        Matcher line = Pattern.compile("^" + name + ":[ \\t]*[\"']?([^\"'\\r\\n]+?)[\"']?[ \\t]*$", Pattern.MULTILINE)
                .matcher(frontMatter);
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }

    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new Problem(file.toString(), "the file cannot be read", "Check its permissions.", e);
        }
    }
}
