package org.matryoscope.corpus.vectors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes npy arrays as the format's description says, right ones and wrong ones. */
final class NpyBytes {
    private NpyBytes() {
    }

    /** Returns a version 1.0 file with a header and data. */
    static byte[] of(String header, byte[] data) {
        return of(1, header, data);
    }

    /** Returns a file of a major version. */
    static byte[] of(int version, String header, byte[] data) {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        int lengthBytes = version == 1 ? 2 : 4;
        ByteBuffer bytes = ByteBuffer.allocate(8 + lengthBytes + text.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) version).put((byte) 0);
        if (version == 1) {
            bytes.putShort((short) text.length);
        } else {
            bytes.putInt(text.length);
        }
        return bytes.put(text).put(data).array();
    }

    /** Returns a header as numpy writes it. */
    static String header(String descr, boolean columnMajor, long... shape) {
        String axes = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "{'descr': '%s', 'fortran_order': %s, 'shape': (%s,), }\n", descr,
                columnMajor ? "True" : "False", axes);
    }

    /** Returns floats in a byte order. */
    static byte[] floats(ByteOrder order, float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(order);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }
}
