package org.matryoscope.corpus.vectors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Vectors written as little-endian float32, one after the other, as databases keep them in cells of bytes. */
final class FloatBytes {
    /** Outside of these, bytes are hardly numbers of a vector. */
    private static final float GREATEST = 1e4f;
    private static final float LEAST = 1e-30f;
    /** One number in so many may be odd. */
    private static final int MOST_ODD = 8;

    private FloatBytes() {
    }

    /** Whether bytes are the numbers of a vector, and no hash or text, few of which look like numbers; NaN is one too. */
    static boolean areLikely(ByteBuffer bytes) {
        int numbers = bytes.limit() / Float.BYTES;
        int odd = 0;
        for (int i = 0; i < numbers; i++) {
            float size = Math.abs(bytes.getFloat(i * Float.BYTES));
            odd += (size > 0 && size < LEAST) || size > GREATEST ? 1 : 0;
        }
        return numbers > 0 && bytes.limit() % Float.BYTES == 0 && odd <= numbers / MOST_ODD;
    }

    /**
     * Reads a cell of bytes that is meant to be a vector; what is wrong becomes a fault of the row.
     *
     * @param row takes the vector
     * @param field its field
     * @param cell the bytes
     */
    static void read(TableRow row, String field, ByteBuffer cell) {
        ByteBuffer bytes = cell.slice().order(ByteOrder.LITTLE_ENDIAN);
        int numbers = bytes.limit() / Float.BYTES;
        if (bytes.limit() == 0) {
            row.missing(field, "the cell has no bytes");
        } else if (bytes.limit() % Float.BYTES != 0) {
            row.fault(field, "the cell has " + bytes.limit() + " bytes, which are no 32-bit floats",
                    "Write vectors as little-endian float32, or as lists of numbers.");
        } else if (numbers > VectorFiles.MOST_DIMENSIONS) {
            row.fault(field, "the cell has " + numbers + " numbers, and a vector takes " + VectorFiles.MOST_DIMENSIONS,
                    "Choose another field for the vectors.");
        } else {
            Numbers vector = row.start(field);
            for (int i = 0; i < numbers; i++) {
                vector.add(bytes.getFloat(i * Float.BYTES));
            }
        }
    }

    /**
     * Reads a cell of bytes as what it seems to be: a vector, or a text.
     *
     * @param row takes the one or the other, or nothing
     * @param field its field
     * @param cell the bytes
     * @param wanted what is wanted of the row
     */
    static void readAsWanted(TableRow row, String field, ByteBuffer cell, Wanted wanted) {
        ByteBuffer bytes = cell.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (wanted.isEverything()) {
            if (areLikely(bytes)) {
                read(row, field, bytes);
            } else {
                Utf8.decode(bytes).ifPresent(text -> row.cell(field, text));
            }
        } else if (wanted.vector(field)) {
            read(row, field, bytes);
        } else if (wanted.cell(field)) {
            row.cell(field, Utf8.decode(bytes).orElse(""));
        }
    }
}
