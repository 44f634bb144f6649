package org.matryoscope.corpus.vectors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/** Vectors written as the base64 of little-endian float32, as APIs send them. */
final class Base64Floats {
    /** Shorter texts might be any word. */
    private static final int LEAST_LIKELY = 8;
    private static final long LONGEST = 4L * (4L * VectorFiles.MOST_DIMENSIONS + 2) / 3;

    private Base64Floats() {
    }

    /**
     * Reads a vector.
     *
     * @param text perhaps the base64 of floats
     * @return its bytes, a multiple of 4; null if it is anything else
     */
    static @Nullable ByteBuffer decode(String text) {
        if (text.isEmpty() || text.length() % 4 != 0 || text.length() > LONGEST || !isBase64(text)) {
            return null;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text)).order(ByteOrder.LITTLE_ENDIAN);
            return bytes.limit() % Float.BYTES == 0 ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Reads a vector where a text may be one, or a hash, or a word: only if its numbers are like those of a vector. */
    static @Nullable ByteBuffer decodeIfLikely(String text) {
        ByteBuffer bytes = decode(text);
        return bytes != null && bytes.limit() >= LEAST_LIKELY * Float.BYTES && FloatBytes.areLikely(bytes)
                ? bytes
                : null;
    }

    /** Rules out most texts without decoding them. */
    private static boolean isBase64(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean known = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+'
                    || c == '/' || c == '=';
            if (!known) {
                return false;
            }
        }
        return true;
    }
}
