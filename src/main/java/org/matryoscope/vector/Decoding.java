package org.matryoscope.vector;

/** Loops between floats and shorter numbers, plain enough for the compiler to vectorise. */
final class Decoding {
    /** Adding and subtracting 1.5 · 2²³ rounds a float below 2²² to the nearest integer, ties to even. */
    private static final float ROUNDER = 0x1.8p23f;

    private Decoding() {
    }

    /** {@code target[offset + i] = half[i]}. */
    static void halves(short[] half, float[] target, int offset, int count) {
        for (int i = 0; i < count; i++) {
            target[offset + i] = Float.float16ToFloat(half[i]);
        }
    }

    /** {@code target[offset + i] = code[i] · scale}. */
    static void bytes(byte[] code, float scale, float[] target, int offset, int count) {
        for (int i = 0; i < count; i++) {
            target[offset + i] = code[i] * scale;
        }
    }

    /** {@code half[i] = x[i]}, rounded to even. */
    static void toHalves(float[] x, short[] half, int count) {
        for (int i = 0; i < count; i++) {
            half[i] = Float.floatToFloat16(x[i]);
        }
    }

    /** {@code code[i] = round(x[i] / scale)}, to even; −127 … 127 where no entry is above 127 · scale. */
    static void toBytes(float[] x, float scale, byte[] code, int count) {
        for (int i = 0; i < count; i++) {
            code[i] = (byte) (int) (x[i] / scale + ROUNDER - ROUNDER);
        }
    }

    /** Returns the signs of up to 64 entries from {@code from} on, the first in the lowest bit, 1 for x ≥ 0. */
    static long signs(float[] x, int from, int to) {
        long word = 0;
        for (int i = from; i < to; i++) {
            word |= (x[i] >= 0 ? 1L : 0L) << i;
        }
        return word;
    }

    /** Returns the greatest magnitude of {@code count} entries. */
    static float greatest(float[] x, int count) {
        float greatest = 0;
        for (int i = 0; i < count; i++) {
            greatest = Math.max(greatest, Math.abs(x[i]));
        }
        return greatest;
    }
}
