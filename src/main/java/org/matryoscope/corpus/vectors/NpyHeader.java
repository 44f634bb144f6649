package org.matryoscope.corpus.vectors;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.matryoscope.base.Problem;

/**
 * The header of an array in numpy's npy format, versions 1.0, 2.0 and 3.0.
 *
 * @param items what its items are
 * @param columnMajor whether the first axis runs fastest (Fortran order)
 * @param shape its axes, each 0 or more
 * @param offset where the items begin, in bytes
 * @param end where they must end
 */
record NpyHeader(ItemType items, boolean columnMajor, long[] shape, long offset, long end) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST = 1 << 20;
    private static final int MOST_AXES = 64;
    private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");
    private static final String SAVE_AGAIN = "Save the array again with numpy.save.";

    /**
     * Reads a header from the beginning of its bytes. Nothing in it is believed: whoever calls compares {@link #end} with the
     * bytes that there are.
     *
     * @param bytes the array's bytes
     * @param place the array, for messages
     * @throws Problem if it is none, is cut off, or describes an array that this app cannot or must not read
     * @throws IOException if it cannot be read
     */
    static NpyHeader read(ByteSource bytes, String place) throws IOException {
        try {
            ByteBuffer start = read(bytes, 0, 8);
            checkMagic(place, start);
            int version = start.get(6);
            if (version < 1 || version > 3 || start.get(7) != 0) {
                throw new Problem(place, "the file is of the npy version " + version + "." + start.get(7)
                        + ", and this app knows 1.0, 2.0 and 3.0", SAVE_AGAIN);
            }
            int lengthBytes = version == 1 ? Short.BYTES : Integer.BYTES;
            ByteBuffer length = read(bytes, 8, lengthBytes);
            long size = version == 1
                    ? Short.toUnsignedLong(length.getShort(0))
                    : Integer.toUnsignedLong(length.getInt(0));
            if (size > LONGEST) {
                throw new Problem(place, "the header is said to have " + size + " bytes", SAVE_AGAIN);
            }
            ByteBuffer header = read(bytes, 8 + lengthBytes, (int) size);
            Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
            return parse(place, charset.newDecoder().decode(header).toString(), 8 + lengthBytes + size);
        } catch (EOFException e) {
            throw new Problem(place, "the file ends within its header", "Copy or export the file again.", e);
        } catch (CharacterCodingException e) {
            throw new Problem(place, "the header is not valid UTF-8", SAVE_AGAIN, e);
        }
    }

    private static ByteBuffer read(ByteSource bytes, long position, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        bytes.read(position, buffer);
        return buffer.flip();
    }

    private static void checkMagic(String place, ByteBuffer start) {
        if (start.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            return;
        }
        throw new Problem(place, "the file does not begin like an npy file", SAVE_AGAIN);
    }

    private static NpyHeader parse(String place, String text, long offset) {
        Object header;
        try {
            header = PythonLiteral.parse(text);
        } catch (ParseException e) {
            throw new Problem(place,
                    "the header cannot be understood from character " + (e.getErrorOffset() + 1) + " on", SAVE_AGAIN,
                    e);
        }
        if (!(header instanceof Map<?, ?> entries) || !entries.keySet().equals(KEYS)
                || !(entries.get("fortran_order") instanceof Boolean columnMajor)
                || !(entries.get("shape") instanceof List<?> axes)) {
            throw new Problem(place, "the header does not hold a descr, a fortran_order, a shape and nothing else",
                    SAVE_AGAIN);
        }
        ItemType items = NpyType.parse(place, Objects.requireNonNull(entries.get("descr")));
        long[] shape = shape(place, axes);
        try {
            long end = items.bytes();
            for (long axis : shape) {
                end = Math.multiplyExact(end, axis);
            }
            return new NpyHeader(items, columnMajor, shape, offset, Math.addExact(end, offset));
        } catch (ArithmeticException e) {
            throw new Problem(place, "the header says that the array has the shape " + Arrays.toString(shape)
                    + ", more than any file can hold", SAVE_AGAIN, e);
        }
    }

    private static long[] shape(String place, List<?> axes) {
        long[] shape = new long[axes.size()];
        for (int i = 0; i < shape.length; i++) {
            if (shape.length > MOST_AXES || !(axes.get(i) instanceof Long axis) || axis < 0) {
                throw new Problem(place,
                        "the header says that the array has the shape " + axes + ", which no array can have",
                        SAVE_AGAIN);
            }
            shape[i] = axis;
        }
        return shape;
    }

    /**
     * Compares the header with the bytes that there are.
     *
     * @param place the array, for messages
     * @param available bytes with the header
     * @throws Problem if there are more or fewer than it says
     */
    void checkLength(String place, long available) {
        if (available == end) {
            return;
        }
        String says = "the header says that the array has the shape " + Arrays.toString(shape) + ", which takes " + end
                + " bytes, but there are " + available;
        throw available < end
                ? new Problem(place, says + "; the file is cut off or its header wrong",
                        "Copy or export the file again.")
                : new Problem(place, says + "; something follows the array or its header is wrong",
                        "Save the array again by itself with numpy.save.");
    }
}
