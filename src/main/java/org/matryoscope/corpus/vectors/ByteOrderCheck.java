package org.matryoscope.corpus.vectors;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import org.matryoscope.base.NumberType;
import org.matryoscope.base.Problem;

/** Notices numbers whose bytes stand in the other order than the file says: they are wild as said, and tame when swapped. */
final class ByteOrderCheck {
    private static final int SAMPLE = 4096;
    private static final int FEWEST = 16;
    /** Random bits make a float wild three times in four, a half float once in four; tame files have none. */
    private static final double WILD = 0.15;
    private static final double TAME = 0.01;

    private ByteOrderCheck() {
    }

    /**
     * Looks at the first numbers of an array.
     *
     * @param place the array, for the message
     * @param numbers how they are said to be written
     * @param bytes holds them from its beginning
     * @param count how many there are
     * @throws Problem if they make sense only in the other order
     */
    static void check(String place, NumberItems numbers, MemorySegment bytes, int count) {
        int sample = Math.min(count, SAMPLE);
        ByteOrder said = numbers.order();
        ByteOrder other = said == ByteOrder.LITTLE_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        if (numbers.bytes() > 1 && wildShare(numbers.type(), bytes, said, sample) >= WILD
                && wildShare(numbers.type(), bytes, other, sample) <= TAME) {
            throw new Problem(place,
                    "the numbers make no sense as " + said + ", as the header says, but do as " + other
                            + ": the header tells the wrong byte order",
                    "Save the array again after array.byteswap(), or with the right byte order in its header.");
        }
    }

    /** The share of numbers other than 0 that no embedding has; 0 if there are too few to tell. */
    private static double wildShare(NumberType type, MemorySegment bytes, ByteOrder order, int count) {
        int wild = 0;
        int nonzero = 0;
        for (int i = 0; i < count; i++) {
            double size = Math.abs(value(type, bytes, (long) i * type.bytes(), order));
            if (size != 0) {
                nonzero++;
                wild += size >= smallest(type) && size < largest(type) ? 0 : 1;
            }
        }
        return nonzero < FEWEST ? 0 : (double) wild / nonzero;
    }

    private static double value(NumberType type, MemorySegment bytes, long offset, ByteOrder order) {
        if (type == NumberType.FLOAT64) {
            return bytes.get(ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(order), offset);
        }
        float[] value = new float[1];
        type.toFloats(bytes, offset, order, value, 0, 1);
        return value[0];
    }

    private static double smallest(NumberType type) {
        return type.isWhole() ? 1 : type == NumberType.FLOAT16 ? 0x1p-14 : 1e-10;
    }

    private static double largest(NumberType type) {
        return switch (type) {
            case FLOAT16 -> 0x1p10;
            case INT32, UINT32 -> 0x1p16;
            case INT64, UINT64 -> 0x1p32;
            // All two-byte whole numbers are likely ones.
            case INT8, UINT8, INT16, UINT16 -> 0x1p16;
            case BFLOAT16, FLOAT32, FLOAT64 -> 1e10;
        };
    }
}
