package org.matryoscope.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.matryoscope.corpus.EmbeddingCache;
import org.matryoscope.model.Role;

/** A cache in memory. */
public final class MapCache implements EmbeddingCache {
    private final Map<String, CachedVector> kept = new HashMap<>();

    @Override
    public Map<String, CachedVector> find(String fingerprint, Role role, List<String> texts) {
        Map<String, CachedVector> found = new HashMap<>();
        texts.forEach(text -> {
            CachedVector vector = kept.get(fingerprint + role + text);
            if (vector != null) {
                found.put(text, vector);
            }
        });
        return found;
    }

    @Override
    public void store(String fingerprint, Role role, Map<String, CachedVector> vectors) {
        vectors.forEach((text, vector) -> kept.put(fingerprint + role + text, vector));
    }

    int size() {
        return kept.size();
    }

    @Override
    public void close() {
    }
}
