package org.matryoscope.corpus.vectors;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;

import org.matryoscope.base.NumberType;

/**
 * Numbers.
 *
 * @param type how each is written
 * @param order the order of its bytes
 */
record NumberItems(NumberType type, ByteOrder order) implements ItemType {
    @Override
    public int bytes() {
        return type.bytes();
    }

    @Override
    public String text(MemorySegment from, long offset) {
        return type.text(from, offset, order);
    }
}
