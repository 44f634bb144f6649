package org.matryoscope.corpus.vectors;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Texts of a fixed length, padded with NULs, as numpy keeps them.
 *
 * @param bytes the bytes of each
 * @param wide true for numpy's {@code U}, four bytes a code point; false for {@code S}, which is read as UTF-8
 * @param order the order of a code point's bytes
 */
record TextItems(int bytes, boolean wide, ByteOrder order) implements ItemType {
    @Override
    public String text(MemorySegment from, long offset) throws CharacterCodingException {
        return wide ? codePoints(from, offset) : utf8(from, offset);
    }

    private String codePoints(MemorySegment from, long offset) throws CharacterCodingException {
        StringBuilder text = new StringBuilder();
        ValueLayout.OfInt layout = ValueLayout.JAVA_INT_UNALIGNED.withOrder(order);
        int end = bytes;
        while (end > 0 && from.get(layout, offset + end - Integer.BYTES) == 0) {
            end -= Integer.BYTES;
        }
        for (int at = 0; at < end; at += Integer.BYTES) {
            int codePoint = from.get(layout, offset + at);
            if (!Character.isValidCodePoint(codePoint)) {
                throw new CharacterCodingException();
            }
            text.appendCodePoint(codePoint);
        }
        return text.toString();
    }

    private String utf8(MemorySegment from, long offset) throws CharacterCodingException {
        int end = bytes;
        while (end > 0 && from.get(ValueLayout.JAVA_BYTE, offset + end - 1) == 0) {
            end--;
        }
        byte[] text = from.asSlice(offset, end).toArray(ValueLayout.JAVA_BYTE);
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    }
}
