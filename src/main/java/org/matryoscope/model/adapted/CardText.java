package org.matryoscope.model.adapted;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.matryoscope.base.Count;
import org.matryoscope.model.adapted.AdaptedCard.Kind;
import org.matryoscope.model.adapted.AdaptedCard.Row;

/** The README.md of an adapted model. Nothing in it depends on when or where it is written. */
final class CardText {
    private final BaseModel base;
    private final AdaptedCard card;
    private final StringBuilder text = new StringBuilder();

    private CardText(BaseModel base, AdaptedCard card) {
        this.base = base;
        this.card = card;
    }

    /** Returns the card of a folder of sentence-transformers. */
    static byte[] ofFolder(BaseModel base, AdaptedCard card) {
        return new CardText(base, card).written("sentence-transformers", CardText::sentenceTransformers);
    }

    /** Returns the card of a folder whose model file contains the map. */
    static byte[] ofOnnx(BaseModel base, AdaptedCard card, String file) {
        return new CardText(base, card).written("onnx", text -> text.onnx(file));
    }

    private byte[] written(String library, Consumer<CardText> usage) {
        frontMatter(library);
        line("# " + card.name());
        line("");
        line(base.profile().name() + " with a " + dimension() + " × " + dimension()
                + " linear map at its end, so that a prefix of a vector can stand for all of it. "
                + (card.kind() == Kind.PCA
                        ? "The map turns vectors to their principal axes, largest first; it keeps all cosines of whole vectors."
                        : "The map was trained, and changes the cosines of whole vectors too."));
        line("");
        line("Prefixes it was made for: " + joined(card.prefixes()) + " of " + dimension()
                + " dimensions. Scale a prefix to length 1 again after the cut.");
        line("");
        usage.accept(this);
        line("## The map");
        line("");
        line("- " + (card.kind() == Kind.PCA ? "fitted" : "trained") + " on " + card.source() + ": "
                + Stream.of(count(card.training(), "training"), count(card.validation(), "validation"),
                        count(card.test(), "test")).filter(each -> !each.isEmpty()).collect(Collectors.joining(", "))
                + " texts");
        if (card.seed() != 0) {
            line("- seed " + card.seed());
        }
        line("- applied about the origin: vectors are not centred, since a shift would change their cosines");
        line("");
        if (!card.rows().isEmpty()) {
            table();
            line("");
        }
        line("Measured on these texts only. Texts of another kind can give other figures: measure on your own.");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void frontMatter(String library) {
        line("---");
        line("model_name: " + quoted(card.name()));
        line("library_name: " + library);
        if (!base.profile().licence().source().equals("default")) {
            line("license: " + base.profile().licence().value());
        }
        // The hub takes only names of its own here.
        if (base.profile().name().matches("[\\w.-]+/[\\w.-]+")) {
            line("base_model: " + base.profile().name());
        }
        line("pipeline_tag: sentence-similarity");
        line("tags:");
        Stream.of("sentence-transformers", "sentence-similarity", "feature-extraction", "matryoshka",
                card.kind() == Kind.PCA ? "pca" : "adapter").forEach(tag -> line("- " + tag));
        line("---");
        line("");
    }

    private void sentenceTransformers() {
        int prefix = card.prefixes().isEmpty() ? dimension() : card.prefixes().getFirst();
        line("```python");
        line("from sentence_transformers import SentenceTransformer");
        line("");
        line("model = SentenceTransformer(\"path/to/this/folder\", truncate_dim=" + prefix
                + (needsOnnx() ? ", backend=\"onnx\")" : ")"));
        line("vectors = model.encode([\"A text\", \"Another one\"], normalize_embeddings=True)");
        line("```");
        line("");
        line("The map is the last module Dense. The model's own files are the base's, so a program that runs these alone gets vectors"
                + " without it.");
        line("");
    }

    private void onnx(String file) {
        line("`" + file + "` contains the pooling, the map and the scaling to length 1: its one output,"
                + " `sentence_embedding`, is a vector of " + dimension()
                + " entries a text. Do not pool it again, and do not apply the map again.");
        line("");
    }

    private void table() {
        line("| prefix | " + String.join(" | ", card.columns().stream().map(CardText::cell).toList()) + " |");
        line("|---:|" + "---:|".repeat(card.columns().size()));
        for (Row row : card.rows()) {
            line("| " + row.prefix() + " | " + String.join(" | ", row.values().stream().map(CardText::cell).toList())
                    + " |");
        }
    }

    /** Says whether sentence-transformers finds no weights of its own in the base. */
    private boolean needsOnnx() {
        Path module = base.folder().resolve(base.firstModule());
        return !base.isTable() && Stream.of("model.safetensors", "pytorch_model.bin", "model.safetensors.index.json")
                .noneMatch(name -> Files.exists(module.resolve(name)));
    }

    private int dimension() {
        return base.profile().dimension();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String count(int texts, String part) {
        return texts == 0 ? "" : Count.of(texts) + " " + part;
    }

    private static String cell(String value) {
        return value.replace("|", "\\|").replaceAll("\\s*\\R\\s*", " ");
    }

    private static String quoted(String value) {
        return '"' + value.replaceAll("[\"\\\\\\p{Cntrl}]", " ") + '"';
    }
}
