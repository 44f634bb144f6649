package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.List;

import org.matryoscope.base.NumberType;

/** A column of lists of numbers, of one length or of any. */
final class ArrowLists extends ArrowColumn {
    private final ArrowOffsets offsets;
    private final ArrowBits validity;
    private final ArrowBuffer data;
    private final NumberType type;
    private byte[] bytes = new byte[0];
    private float[] numbers = new float[0];
    /** Elements of this row's list that are not read yet. */
    private long unread;
    private long length;

    /**
     * Starts before the first row.
     *
     * @param name the field
     * @param validity whether each row has a list
     * @param offsets where the lists begin and end
     * @param elements whether each element has a value
     * @param data the elements
     * @param type what they are
     */
    ArrowLists(String name, List<ArrowBits> validity, ArrowOffsets offsets, ArrowBits elements, ArrowBuffer data,
            NumberType type) {
        super(name, validity);
        this.offsets = offsets;
        this.validity = elements;
        this.data = data;
        this.type = type;
    }

    @Override
    void advance() throws IOException {
        // Also of a null, which may have elements that mean nothing.
        length = offsets.next();
        long passed = unread + offsets.skipped();
        validity.skip(passed);
        data.skip(Math.multiplyExact(passed, (long) type.bytes()));
        unread = length;
    }

    @Override
    void read(TableRow row, Wanted wanted) throws IOException {
        if (isNull()) {
            row.missing(name(), "the vector is null");
        } else if (length == 0) {
            row.missing(name(), "the list is empty");
        } else if (length > VectorFiles.MOST_DIMENSIONS) {
            row.fault(name(), "the list has more than " + VectorFiles.MOST_DIMENSIONS + " numbers",
                    "Choose another field for the vectors.");
        } else if (wanted.values()) {
            fill(row, (int) length);
        } else {
            // Only how many they are matters.
            if (numbers.length < length) {
                numbers = new float[(int) length];
            }
            row.start(name()).add(numbers, 0, (int) length);
        }
    }

    private void fill(TableRow row, int count) throws IOException {
        int size = Math.multiplyExact(count, type.bytes());
        if (bytes.length < size) {
            bytes = new byte[size];
        }
        if (numbers.length < count) {
            numbers = new float[count];
        }
        unread = 0;
        int missing = -1;
        for (int i = 0; i < count; i++) {
            missing = !validity.next() && missing < 0 ? i : missing;
        }
        data.read(bytes, size);
        if (missing >= 0) {
            row.fault(name(), Elements.notNumber(missing + 1, "null"), Elements.REMEDY);
            return;
        }
        type.toFloats(MemorySegment.ofArray(bytes), 0, ByteOrder.LITTLE_ENDIAN, numbers, 0, count);
        row.start(name()).add(numbers, 0, count);
    }
}
