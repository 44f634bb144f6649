package org.matryoscope.corpus.vectors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/** Vectors written as the base64 of little-endian float32, as APIs send them. */
final class Base64Floats {
    /** Above this, or below its inverse thrice over, bytes are hardly numbers of a vector. */
    private static final float GREATEST = 1e4f;
    private static final float LEAST = 1e-30f;
    private static final long LONGEST = 4L * (4L * VectorFiles.MOST_DIMENSIONS + 2) / 3;

    private Base64Floats() {
    }

    /**
     * Reads a vector.
     *
     * @param text perhaps the base64 of floats
     * @param least how many numbers there must be
     * @return its bytes, a multiple of 4; null if it is anything else
     */
    static @Nullable ByteBuffer decode(String text, int least) {
        if (text.length() % 4 != 0 || text.length() < 16L * least / 3 || text.length() > LONGEST || !isBase64(text)) {
            return null;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text)).order(ByteOrder.LITTLE_ENDIAN);
            return bytes.limit() % Float.BYTES == 0 && areLikelyFloats(bytes) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
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

    /** Tells floats from hashes and other bytes; NaN passes, so that the row is excluded with that reason. */
    private static boolean areLikelyFloats(ByteBuffer bytes) {
        for (int i = 0; i < bytes.limit(); i += Float.BYTES) {
            float size = Math.abs(bytes.getFloat(i));
            if ((size > 0 && size < LEAST) || size > GREATEST) {
                return false;
            }
        }
        return true;
    }
}
