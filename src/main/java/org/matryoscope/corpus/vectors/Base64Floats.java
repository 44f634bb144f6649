package org.matryoscope.corpus.vectors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/** Vectors written as the base64 of little-endian float32, as APIs send them. */
final class Base64Floats {
    /** Outside of these, bytes are hardly numbers of a vector. */
    private static final float GREATEST = 1e4f;
    private static final float LEAST = 1e-30f;
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
        return bytes != null && areLikelyFloats(bytes) ? bytes : null;
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

    /** Tells floats from hashes and other bytes, which few of them look like; NaN is one too. */
    private static boolean areLikelyFloats(ByteBuffer bytes) {
        int numbers = bytes.limit() / Float.BYTES;
        int odd = 0;
        for (int i = 0; i < numbers; i++) {
            float size = Math.abs(bytes.getFloat(i * Float.BYTES));
            odd += (size > 0 && size < LEAST) || size > GREATEST ? 1 : 0;
        }
        return numbers >= LEAST_LIKELY && odd <= numbers / LEAST_LIKELY;
    }
}
