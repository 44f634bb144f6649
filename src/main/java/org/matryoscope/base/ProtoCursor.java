package org.matryoscope.base;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** Walks over the fields of a protocol-buffer message without reading what they hold. */
public final class ProtoCursor {
    private static final int LENGTH_DELIMITED = 2;

    private final MemorySegment bytes;
    private final long end;
    private long at;
    private int number;
    private int wireType;
    private long start;
    private long content;
    private long value;

    private ProtoCursor(MemorySegment bytes, long from, long end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** Stands before the first field of a message that fills {@code bytes}. */
    public ProtoCursor(MemorySegment bytes) {
        this(bytes, 0, bytes.byteSize());
    }

    /**
     * Moves to the next field.
     *
     * @return whether there is one
     * @throws IndexOutOfBoundsException if the message is cut off or is none
     */
    public boolean next() {
        if (at >= end) {
            return false;
        }
        start = at;
        long tag = varint();
        number = (int) (tag >>> 3);
        wireType = (int) (tag & 7);
        content = at;
        switch (wireType) {
            case 0 -> value = varint();
            case 1 -> at += Long.BYTES;
            case LENGTH_DELIMITED -> {
                long length = varint();
                content = at;
                if (length < 0 || length > end - at) {
                    throw new IndexOutOfBoundsException("a field runs past the end");
                }
                at += length;
            }
            case 5 -> at += Integer.BYTES;
            default -> throw new IndexOutOfBoundsException("unknown wire type");
        }
        return true;
    }

    /** Returns the field's number, or 0 for one that is neither a message nor text nor bytes. */
    public int partNumber() {
        return wireType == LENGTH_DELIMITED ? number : 0;
    }

    /** Returns the value of the field if it is the whole number {@code field}, else {@code otherwise}. */
    public long numberOr(int field, long otherwise) {
        return wireType == 0 && number == field ? value : otherwise;
    }

    /** Returns a cursor before the first field of the message in this field. */
    public ProtoCursor inside() {
        return new ProtoCursor(bytes, content, at);
    }

    /** Returns the field's text. */
    public String text() {
        return new String(bytes.asSlice(content, at - content).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    /** Returns the field as it is written, its number and length included. */
    public MemorySegment written() {
        return bytes.asSlice(start, at - start);
    }

    private long varint() {
        long read = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes.get(ValueLayout.JAVA_BYTE, at++);
            read |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return read;
            }
        }
        throw new IndexOutOfBoundsException("a number has no end");
    }
}
