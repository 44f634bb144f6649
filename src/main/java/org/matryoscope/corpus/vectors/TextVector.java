package org.matryoscope.corpus.vectors;

import java.nio.ByteBuffer;

/** Vectors written as a text: a {@linkplain ListText list of numbers}, or {@linkplain Base64Floats base64}. */
final class TextVector {
    private TextVector() {
    }

    /**
     * Reads a text that is meant to be a vector; what is wrong becomes a fault of the row.
     *
     * @param row takes the vector
     * @param field its field
     * @param text the text
     */
    static void read(TableRow row, String field, String text) {
        ByteBuffer bytes = Base64Floats.decode(text);
        if (bytes == null) {
            new ListText(text).read(row, field);
        } else {
            fill(row.start(field), bytes);
        }
    }

    /**
     * Reads a text that may be a vector.
     *
     * @return whether it is one, or begins like one and has a fault
     */
    static boolean readIfLikely(TableRow row, String field, String text) {
        ByteBuffer bytes = Base64Floats.decodeIfLikely(text);
        if (bytes != null) {
            fill(row.start(field), bytes);
            return true;
        }
        ListText list = new ListText(text);
        if (list.isLikely()) {
            list.read(row, field);
            return true;
        }
        return false;
    }

    /**
     * Reads a text as a vector or as a text, whichever is wanted; where all is, as what it seems to be.
     *
     * @param row takes the one or the other
     * @param field its field
     * @param text the text
     * @param wanted what is wanted of the row
     */
    static void readAsWanted(TableRow row, String field, String text, Wanted wanted) {
        if (wanted.isEverything()) {
            if (!readIfLikely(row, field, text)) {
                row.cell(field, text);
            }
        } else if (wanted.vector(field)) {
            read(row, field, text);
        } else if (wanted.cell(field)) {
            row.cell(field, text);
        }
    }

    private static void fill(Numbers numbers, ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            numbers.add(bytes.getFloat());
        }
    }
}
