package org.matryoscope.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.Document;
import org.matryoscope.corpus.EmbeddingCache;
import org.matryoscope.corpus.EmbeddingCache.CachedVector;
import org.matryoscope.model.Encoder;
import org.matryoscope.model.Encoding;
import org.matryoscope.model.Role;
import org.matryoscope.vector.VectorStore;

/** Turns texts into vectors, encoding only those that the cache does not know. */
public final class CorpusEmbedder {
    /** Texts encoded between two writes to the cache: what a cancelled run may lose. */
    private static final int CHUNK = 1024;

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
     * @return the corpus and its vectors, N × D
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws Problem if the model's output is not an embedding
     */
    public EmbeddedCorpus embed(Encoder encoder, Corpus corpus, Progress progress) {
        List<String> texts = corpus.documents().stream().map(Document::text).toList();
        Map<String, CachedVector> known = vectors(encoder, texts, Role.DOCUMENT, progress);
        float[][] rows = texts.stream().map(text -> vector(known, text).vector()).toArray(float[][]::new);
        int[] cut = IntStream.range(0, rows.length).filter(row -> vector(known, texts.get(row)).cut()).toArray();
        return new EmbeddedCorpus(encoder.profile(), corpus, VectorStore.of(rows), cut);
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
        return vector(vectors(encoder, List.of(text), Role.QUERY, progress), text).vector();
    }

    private Map<String, CachedVector> vectors(Encoder encoder, List<String> texts, Role role, Progress progress) {
        Set<String> distinct = new LinkedHashSet<>(texts);
        Map<String, CachedVector> known = new HashMap<>(
                cache.find(encoder.profile().fingerprint(), role, List.copyOf(distinct)));
        distinct.removeAll(known.keySet());
        List<String> missing = new ArrayList<>(distinct);
        int before = texts.size() - missing.size();
        progress.report(before, texts.size());
        for (int from = 0; from < missing.size(); from += CHUNK) {
            List<String> chunk = missing.subList(from, Math.min(from + CHUNK, missing.size()));
            Progress within = shifted(progress, before + from, texts.size());
            Map<String, CachedVector> encoded = encode(encoder, chunk, role, within);
            cache.store(encoder.profile().fingerprint(), role, encoded);
            known.putAll(encoded);
        }
        return known;
    }

    private static Map<String, CachedVector> encode(Encoder encoder, List<String> texts, Role role, Progress progress) {
        Encoding encoding = encoder.encode(texts, role, progress);
        Set<Integer> cut = new LinkedHashSet<>(IntStream.of(encoding.cut()).boxed().toList());
        Map<String, CachedVector> vectors = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            vectors.put(texts.get(i), new CachedVector(encoding.vectors()[i], cut.contains(i)));
        }
        return vectors;
    }

    private static Progress shifted(Progress progress, long before, long total) {
        return new Progress() {
            @Override
            public void report(long done, long ofChunk) {
                progress.report(before + done, total);
            }

            @Override
            public void onCancel(Runnable action) {
                progress.onCancel(action);
            }
        };
    }

    private static CachedVector vector(Map<String, CachedVector> known, String text) {
        CachedVector vector = known.get(text);
        if (vector == null) {
            throw new IllegalStateException("the model gave no vector for a text");
        }
        return vector;
    }
}
