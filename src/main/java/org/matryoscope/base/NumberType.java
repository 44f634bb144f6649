package org.matryoscope.base;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** How files write numbers, and how they become floats. */
public enum NumberType {
    /** IEEE half precision. */
    FLOAT16(2),
    /** The upper half of an IEEE float. */
    BFLOAT16(2),
    /** IEEE single precision. */
    FLOAT32(4),
    /** IEEE double precision. */
    FLOAT64(8),
    /** A whole number of one byte. */
    INT8(1),
    /** A whole number of one byte, never negative. */
    UINT8(1),
    /** A whole number of two bytes. */
    INT16(2),
    /** A whole number of two bytes, never negative. */
    UINT16(2),
    /** A whole number of four bytes. */
    INT32(4),
    /** A whole number of four bytes, never negative. */
    UINT32(4),
    /** A whole number of eight bytes. */
    INT64(8),
    /** A whole number of eight bytes, never negative. */
    UINT64(8);

    /** Numbers staged at once: few enough for the processor's first cache. */
    private static final int STAGE = 1024;

    private final int bytes;

    NumberType(int bytes) {
        this.bytes = bytes;
    }

    /** Returns the bytes of one number. */
    public int bytes() {
        return bytes;
    }

    /** Says whether it has no fraction. */
    public boolean isWhole() {
        return switch (this) {
            case FLOAT16, BFLOAT16, FLOAT32, FLOAT64 -> false;
            case INT8, UINT8, INT16, UINT16, INT32, UINT32, INT64, UINT64 -> true;
        };
    }

    /**
     * Converts numbers to the nearest floats; those beyond a float's range become infinite.
     *
     * @param from holds the numbers, one behind the other
     * @param offset where the first begins, in bytes
     * @param order the order of a number's bytes
     * @param to takes the floats
     * @param at where in it the first goes
     * @param count how many
     * @throws IndexOutOfBoundsException if either is too short
     */
    public void toFloats(MemorySegment from, long offset, ByteOrder order, float[] to, int at, int count) {
        if (this == FLOAT32) {
            MemorySegment.copy(from, ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(order), offset, to, at, count);
            return;
        }
        int stage = Math.min(STAGE, count);
        switch (bytes) {
            case Byte.BYTES -> bytesToFloats(from, offset, to, at, count, new byte[stage]);
            case Short.BYTES -> shortsToFloats(from, offset, order, to, at, count, new short[stage]);
            case Integer.BYTES -> intsToFloats(from, offset, order, to, at, count, new int[stage]);
            default -> longsToFloats(from, offset, order, to, at, count, new long[stage]);
        }
    }

    /**
     * Returns one number as text, exact, as it is usually written.
     *
     * @param from holds the number
     * @param offset where it begins, in bytes
     * @param order the order of its bytes
     */
    public String text(MemorySegment from, long offset, ByteOrder order) {
        return switch (this) {
            case FLOAT16, BFLOAT16, FLOAT32 -> {
                float[] value = new float[1];
                toFloats(from, offset, order, value, 0, 1);
                yield Float.toString(value[0]);
            }
            case FLOAT64 -> Double.toString(from.get(ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(order), offset));
            case UINT64 -> Long.toUnsignedString(from.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), offset));
            case INT8, UINT8, INT16, UINT16, INT32, UINT32, INT64 -> Long.toString(whole(from, offset, order));
        };
    }

    /**
     * Returns one whole number.
     *
     * @param from holds the number
     * @param offset where it begins, in bytes
     * @param order the order of its bytes
     * @return its value; of {@link #UINT64}, the same bits
     * @throws IllegalStateException if this is no type of whole numbers
     */
    public long whole(MemorySegment from, long offset, ByteOrder order) {
        return switch (this) {
            case INT8 -> from.get(ValueLayout.JAVA_BYTE, offset);
            case UINT8 -> Byte.toUnsignedLong(from.get(ValueLayout.JAVA_BYTE, offset));
            case INT16 -> from.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), offset);
            case UINT16 -> Short.toUnsignedLong(from.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), offset));
            case INT32 -> from.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), offset);
            case UINT32 -> Integer.toUnsignedLong(from.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), offset));
            case INT64, UINT64 -> from.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), offset);
            case FLOAT16, BFLOAT16, FLOAT32, FLOAT64 -> throw new IllegalStateException(name() + " is not whole");
        };
    }

    // Numbers are copied to a stage in bulk, in the machine's byte order, since loops over arrays are vectorised and loops
    // over segments are not.

    private void bytesToFloats(MemorySegment from, long offset, float[] to, int at, int count, byte[] stage) {
        int mask = this == UINT8 ? 0xff : -1;
        for (int done = 0; done < count; done += stage.length) {
            int some = Math.min(stage.length, count - done);
            MemorySegment.copy(from, ValueLayout.JAVA_BYTE, offset + done, stage, 0, some);
            for (int i = 0; i < some; i++) {
                to[at + done + i] = stage[i] & mask;
            }
        }
    }

    private void shortsToFloats(MemorySegment from, long offset, ByteOrder order, float[] to, int at, int count,
            short[] stage) {
        for (int done = 0; done < count; done += stage.length) {
            int some = Math.min(stage.length, count - done);
            MemorySegment.copy(from, ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order),
                    offset + (long) done * Short.BYTES, stage, 0, some);
            shortsToFloats(stage, to, at + done, some);
        }
    }

    private void shortsToFloats(short[] from, float[] to, int at, int count) {
        switch (this) {
            case FLOAT16 -> {
                for (int i = 0; i < count; i++) {
                    to[at + i] = Float.float16ToFloat(from[i]);
                }
            }
            case BFLOAT16 -> {
                for (int i = 0; i < count; i++) {
                    to[at + i] = Float.intBitsToFloat(from[i] << Short.SIZE);
                }
            }
            default -> {
                int mask = this == UINT16 ? 0xffff : -1;
                for (int i = 0; i < count; i++) {
                    to[at + i] = from[i] & mask;
                }
            }
        }
    }

    private void intsToFloats(MemorySegment from, long offset, ByteOrder order, float[] to, int at, int count,
            int[] stage) {
        long mask = this == UINT32 ? 0xffff_ffffL : -1;
        for (int done = 0; done < count; done += stage.length) {
            int some = Math.min(stage.length, count - done);
            MemorySegment.copy(from, ValueLayout.JAVA_INT_UNALIGNED.withOrder(order),
                    offset + (long) done * Integer.BYTES, stage, 0, some);
            for (int i = 0; i < some; i++) {
                to[at + done + i] = stage[i] & mask;
            }
        }
    }

    private void longsToFloats(MemorySegment from, long offset, ByteOrder order, float[] to, int at, int count,
            long[] stage) {
        for (int done = 0; done < count; done += stage.length) {
            int some = Math.min(stage.length, count - done);
            MemorySegment.copy(from, ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order),
                    offset + (long) done * Long.BYTES, stage, 0, some);
            for (int i = 0; i < some; i++) {
                to[at + done + i] = switch (this) {
                    case FLOAT64 -> (float) Double.longBitsToDouble(stage[i]);
                    case UINT64 -> unsigned(stage[i]);
                    default -> stage[i];
                };
            }
        }
    }

    /** Halves what is too large for a long, keeping the bit lost in halving so that rounding is not changed. */
    private static float unsigned(long value) {
        return value >= 0 ? value : 2f * ((value >>> 1) | (value & 1));
    }
}
