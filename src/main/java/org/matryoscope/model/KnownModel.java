package org.matryoscope.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What its makers' cards say of a well-known model and its folder leaves out.
 *
 * @param name the last part of the model's name on the hub
 * @param trainedPrefixes the prefix lengths it was trained for, without the full dimension; empty for an ordinary model
 * @param pooling its pooling, null for a static model
 * @param plainLayerNorm whether vectors are layer-normalised, without learned weights, before they are cut
 * @param prompts its prompts, null where they depend on the task or there are none
 * @param licence its licence
 */
record KnownModel(String name, List<Integer> trainedPrefixes, @Nullable Pooling pooling, boolean plainLayerNorm,
        @Nullable Prompts prompts, String licence) {
    private static final String PASSAGES = "Represent this sentence for searching relevant passages: ";
    private static final String APACHE = "apache-2.0";
    private static final Pattern EXPORT_SUFFIX = Pattern.compile("-onnx$");

    private static final List<KnownModel> ALL = List.of(
            new KnownModel("nomic-embed-text-v1.5", List.of(64, 128, 256, 512), Pooling.MEAN, true,
                    new Prompts("search_query: ", "search_document: "), APACHE),
            new KnownModel("mxbai-embed-large-v1", List.of(64, 128, 256, 512), Pooling.CLS, false,
                    new Prompts(PASSAGES, ""), APACHE),
            new KnownModel("snowflake-arctic-embed-m-v1.5", List.of(256), Pooling.CLS, false, new Prompts(PASSAGES, ""),
                    APACHE),
            new KnownModel("snowflake-arctic-embed-m-v2.0", List.of(256), Pooling.CLS, false,
                    new Prompts("query: ", ""), APACHE),
            new KnownModel("snowflake-arctic-embed-l-v2.0", List.of(256), Pooling.CLS, false,
                    new Prompts("query: ", ""), APACHE),
            new KnownModel("embeddinggemma-300m", List.of(128, 256, 512), Pooling.MEAN, false,
                    new Prompts("task: search result | query: ", "title: none | text: "), "gemma"),
            new KnownModel("qwen3-embedding-0.6b", List.of(32, 64, 128, 256, 512), Pooling.LASTTOKEN, false,
                    new Prompts("Instruct: Given a web search query, retrieve relevant passages that answer the query\n"
                            + "Query:", ""),
                    APACHE),
            new KnownModel("jina-embeddings-v3", List.of(32, 64, 128, 256, 512, 768), Pooling.MEAN, false, null,
                    "cc-by-nc-4.0"),
            new KnownModel("static-retrieval-mrl-en-v1", List.of(32, 64, 128, 256, 512, 768), null, false, null,
                    APACHE),
            new KnownModel("potion-base-8m", List.of(), null, false, null, "mit"),
            new KnownModel("all-minilm-l6-v2", List.of(), Pooling.MEAN, false, null, APACHE));

    /**
     * Finds a model by the name that a server gives it: with a tag behind a colon, and perhaps without the version
     * ("nomic-embed-text:latest").
     */
    static Optional<KnownModel> findServed(String name) {
        String untagged = name.replaceFirst(":[^:/]*$", "");
        return find(List.of(untagged)).or(() -> ALL.stream()
                .filter(known -> known.name.startsWith(untagged.toLowerCase(Locale.ROOT) + "-v"))
                .findFirst());
    }

    /**
     * Finds a model.
     *
     * @param names what the folder calls the model, in any spelling of case, with or without the owner's name
     */
    static Optional<KnownModel> find(List<String> names) {
        return names.stream()
                .map(name -> Arrays.asList(name.toLowerCase(Locale.ROOT).split("[/\\\\]")).getLast())
                .map(name -> EXPORT_SUFFIX.matcher(name).replaceFirst(""))
                .flatMap(name -> ALL.stream().filter(known -> known.name.equals(name)))
                .findFirst();
    }
}
