package org.matryoscope.study;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.EmbeddingCache;
import org.matryoscope.corpus.EmbeddingCache.CachedVector;
import org.matryoscope.model.Encoder;
import org.matryoscope.model.Encoding;
import org.matryoscope.model.Role;
import org.matryoscope.vector.VectorStore;
import org.matryoscope.vector.VectorStoreBuilder;

/** Turns texts into vectors, encoding only those that the cache does not know. */
public final class CorpusEmbedder {
    /** Texts looked up, encoded and kept together: what a cancelled run may lose, and what is in memory at once. */
    static final int CHUNK = 2048;

    private final EmbeddingCache cache;

    /**
     * Embeds through a cache.
     *
     * @param cache where vectors are looked up and kept; stays the caller's to close
     */
    public CorpusEmbedder(EmbeddingCache cache) {
        this.cache = cache;
    }

    /**
     * Embeds every document of a corpus; equal texts are encoded once.
     *
     * @param encoder the model
     * @param corpus the texts
     * @param progress told in documents; cancels within a batch, and what was encoded before stays in the cache
     * @return the corpus and its vectors, N × D; its store is the caller's to close
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws Problem if the model's output is not an embedding
     */
    public EmbeddedCorpus embed(Encoder encoder, Corpus corpus, Progress progress) {
        int total = corpus.documents().size();
        Map<String, List<Integer>> rowsOf = new LinkedHashMap<>();
        for (int row = 0; row < total; row++) {
            rowsOf.computeIfAbsent(corpus.documents().get(row).text(), text -> new ArrayList<>(1)).add(row);
        }
        List<String> texts = List.copyOf(rowsOf.keySet());
        BitSet cut = new BitSet();
        try (VectorStoreBuilder builder = VectorStore.builder(total, encoder.profile().dimension())) {
            for (int from = 0; from < texts.size(); from += CHUNK) {
                List<String> chunk = texts.subList(from, Math.min(from + CHUNK, texts.size()));
                Progress within = new PartProgress(progress, from, texts.size());
                vectors(encoder, chunk, Role.DOCUMENT, within).forEach((text, vector) -> {
                    for (int row : rowsOf.getOrDefault(text, List.of())) {
                        builder.put(row, vector.vector());
                        cut.set(row, vector.cut());
                    }
                });
            }
            progress.report(texts.size(), texts.size());
            return new EmbeddedCorpus(new VectorOrigin.Model(encoder.profile()), corpus, builder.build(),
                    cut.stream().toArray());
        }
    }

    /**
     * Embeds a query.
     *
     * @param encoder the model
     * @param text the query
     * @param progress cancels the run
     * @return D entries
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws Problem if the query is blank
     */
    public float[] embedQuery(Encoder encoder, String text, Progress progress) {
        if (text.isBlank()) {
            throw new Problem("query", "it holds no text", "Type a question or a few words.");
        }
        return vectors(encoder, List.of(text), Role.QUERY, progress).values().iterator().next().vector();
    }

    /** The vectors of distinct texts, each once. */
    private Map<String, CachedVector> vectors(Encoder encoder, List<String> texts, Role role, Progress progress) {
        String fingerprint = encoder.profile().fingerprint();
        Map<String, CachedVector> known = new HashMap<>(cache.find(fingerprint, role, texts));
        known.values().removeIf(vector -> vector.vector().length != encoder.profile().dimension());
        List<String> missing = texts.stream().filter(text -> !known.containsKey(text)).toList();
        progress.report(known.size(), texts.size());
        if (!missing.isEmpty()) {
            Map<String, CachedVector> encoded = encode(encoder, missing, role,
                    new PartProgress(progress, known.size(), texts.size()));
            cache.store(fingerprint, role, encoded);
            known.putAll(encoded);
        }
        return known;
    }

    private static Map<String, CachedVector> encode(Encoder encoder, List<String> texts, Role role, Progress progress) {
        Encoding encoding = encoder.encode(texts, role, progress);
        Set<Integer> cut = new HashSet<>(IntStream.of(encoding.cut()).boxed().toList());
        Map<String, CachedVector> vectors = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            vectors.put(texts.get(i), new CachedVector(encoding.vectors()[i], cut.contains(i)));
        }
        return vectors;
    }

    /** Progress of a part of the work, as progress of the whole. */
    private record PartProgress(Progress whole, long before, long total) implements Progress {
        @Override
        public void report(long done, long ofPart) {
            whole.report(before + done, total);
        }

        @Override
        public void onCancel(Runnable action) {
            whole.onCancel(action);
        }
    }
}
