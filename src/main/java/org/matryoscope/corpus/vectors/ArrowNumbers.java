package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.NumberType;

/** A column of numbers. */
final class ArrowNumbers extends ArrowColumn {
    private final ArrowBuffer data;
    private final NumberType type;
    private final byte[] value;
    private final MemorySegment segment;
    private final float[] number = new float[1];

    ArrowNumbers(String name, List<ArrowBits> validity, ArrowBuffer data, NumberType type) {
        super(name, validity);
        this.data = data;
        this.type = type;
        value = new byte[type.bytes()];
        segment = MemorySegment.ofArray(value);
    }

    @Override
    void advance() throws IOException {
        data.read(value, value.length);
    }

    @Override
    void read(TableRow row, Wanted wanted) {
        if (isNull()) {
            absent(row, wanted, "the cell is null");
        } else if (wanted.cell(name())) {
            row.cell(name(), type.text(segment, 0, ByteOrder.LITTLE_ENDIAN));
        }
    }

    /** Returns this row's value as a whole number. */
    long whole() {
        return type.whole(segment, 0, ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    @Nullable
    Float number() {
        if (isNull()) {
            return null;
        }
        type.toFloats(segment, 0, ByteOrder.LITTLE_ENDIAN, number, 0, 1);
        return number[0];
    }
}
