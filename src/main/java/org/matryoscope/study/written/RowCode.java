package org.matryoscope.study.written;

import java.nio.ByteBuffer;

import org.matryoscope.vector.NumberFormat;

/** How a vector becomes bytes, little-endian, in each number format. */
final class RowCode {
    private static final float LARGEST_CODE = 127;

    private RowCode() {
    }

    /** Returns the numbers that a vector becomes: d, or ⌈d / 8⌉ bytes of signs. */
    static int width(NumberFormat format, int d) {
        return format == NumberFormat.BINARY ? bytes(format, d) : d;
    }

    /** Returns the bytes of a vector. */
    static int bytes(NumberFormat format, int d) {
        return switch (format) {
            case FLOAT32 -> d * Float.BYTES;
            case FLOAT16 -> d * Short.BYTES;
            case INT8 -> d;
            case BINARY -> Math.ceilDiv(d, Byte.SIZE);
        };
    }

    /**
     * Writes a vector.
     *
     * @param format float32 and float16 as they are; int8 so that the largest entry becomes ±127, which keeps cosines but for
     *     rounding; binary as signs, eight a byte, the first entry in the highest bit, as numpy.packbits has them
     * @param vector d entries
     * @param out takes the bytes
     */
    static void put(NumberFormat format, float[] vector, ByteBuffer out) {
        switch (format) {
            case FLOAT32 -> {
                for (float entry : vector) {
                    out.putFloat(entry);
                }
            }
            case FLOAT16 -> {
                for (float entry : vector) {
                    out.putShort(Float.floatToFloat16(entry));
                }
            }
            case INT8 -> {
                for (byte code : codes(vector)) {
                    out.put(code);
                }
            }
            case BINARY -> putSigns(vector, out);
        }
    }

    /** Returns by what a vector's codes are multiplied to be its entries again: its greatest magnitude / 127; 0 for zeros. */
    static float scale(float[] vector) {
        float largest = 0;
        for (float entry : vector) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest / LARGEST_CODE;
    }

    /** Returns whole numbers from −127 to 127, the entries divided by the vector's scale. */
    static byte[] codes(float[] vector) {
        float scale = scale(vector);
        byte[] codes = new byte[vector.length];
        for (int i = 0; i < codes.length && scale > 0; i++) {
            codes[i] = (byte) Math.round(vector[i] / scale);
        }
        return codes;
    }

    private static void putSigns(float[] vector, ByteBuffer out) {
        for (int from = 0; from < vector.length; from += Byte.SIZE) {
            int bits = 0;
            for (int i = from; i < from + Byte.SIZE; i++) {
                bits = bits << 1 | (i < vector.length && vector[i] >= 0 ? 1 : 0);
            }
            out.put((byte) bits);
        }
    }
}
