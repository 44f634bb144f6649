package org.matryoscope.corpus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.matryoscope.model.Role;

/** The key of a remembered vector: a hash of model, role and text, so that no text stands in the cache. */
final class CacheKey {
    private final MessageDigest digest;
    private final byte[] prefix;

    CacheKey(String fingerprint, Role role) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        prefix = (fingerprint + "\0" + role.name() + "\0").getBytes(StandardCharsets.UTF_8);
    }

    /** Hashes a text; 32 bytes. */
    byte[] of(String text) {
        digest.update(prefix);
        return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
