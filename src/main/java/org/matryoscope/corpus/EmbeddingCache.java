package org.matryoscope.corpus;

import java.util.List;
import java.util.Map;

import org.matryoscope.model.Role;

/** Remembers vectors by model, role and text, so that a text is encoded once. Safe to call from several threads. */
public interface EmbeddingCache extends AutoCloseable {
    /** Remembers nothing. */
    EmbeddingCache NONE = new EmbeddingCache() {
        @Override
        public Map<String, CachedVector> find(String fingerprint, Role role, List<String> texts) {
            return Map.of();
        }

        @Override
        public void store(String fingerprint, Role role, Map<String, CachedVector> vectors) {
        }

        @Override
        public void close() {
        }
    };

    /**
     * A remembered vector.
     *
     * @param vector D entries
     * @param cut whether the text was longer than the model takes
     */
    record CachedVector(float[] vector, boolean cut) {}

    /**
     * Looks texts up.
     *
     * @param fingerprint the model's ({@link org.matryoscope.model.ModelProfile#fingerprint()})
     * @param role what the texts were encoded as
     * @param texts the texts
     * @return the vectors of those that are known, by text
     */
    Map<String, CachedVector> find(String fingerprint, Role role, List<String> texts);

    /**
     * Remembers vectors; whoever calls this goes on even where nothing can be written.
     *
     * @param fingerprint the model's
     * @param role what the texts were encoded as
     * @param vectors by text
     */
    void store(String fingerprint, Role role, Map<String, CachedVector> vectors);

    @Override
    void close();
}
