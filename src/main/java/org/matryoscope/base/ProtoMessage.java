package org.matryoscope.base;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A protocol-buffer message written by hand, field after field. */
public final class ProtoMessage {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Adds a whole number, 0 or more. */
    public ProtoMessage number(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    /** Adds a string. */
    public ProtoMessage text(int field, String text) {
        return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a message. */
    public ProtoMessage part(int field, ProtoMessage part) {
        return bytes(field, part.toBytes());
    }

    /** Adds bytes. */
    public ProtoMessage bytes(int field, byte[] content) {
        start(field, content.length);
        bytes.writeBytes(content);
        return this;
    }

    /** Adds what stands before a field of so many bytes that the caller writes himself. */
    public ProtoMessage start(int field, long length) {
        varint((long) field << 3 | 2);
        varint(length);
        return this;
    }

    /** Adds fields that are written out already, or the fields of another message to this one's. */
    public ProtoMessage fields(byte[] written) {
        bytes.writeBytes(written);
        return this;
    }

    /** Returns the fields so far. */
    public byte[] toBytes() {
        return bytes.toByteArray();
    }

    private void varint(long value) {
        long rest = value;
        while (rest > 0x7f) {
            bytes.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
