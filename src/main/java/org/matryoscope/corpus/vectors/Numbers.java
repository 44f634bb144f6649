package org.matryoscope.corpus.vectors;

import java.util.Arrays;

/** A list of floats that grows; filled again for every row. */
final class Numbers {
    private float[] values = new float[256];
    private int length;

    /** Makes it empty. */
    void clear() {
        length = 0;
    }

    /** Adds a number. */
    void add(float value) {
        room(1);
        values[length++] = value;
    }

    /** Adds a part of an array. */
    void add(float[] from, int at, int count) {
        room(count);
        System.arraycopy(from, at, values, length, count);
        length += count;
    }

    private void room(int more) {
        if (length + more > values.length) {
            values = Arrays.copyOf(values, Math.max(length + more, 2 * values.length));
        }
    }

    int length() {
        return length;
    }

    /** Whether another number would make the vector longer than any that is taken. */
    boolean isFull() {
        return length >= VectorFiles.MOST_DIMENSIONS;
    }

    /** Returns the numbers, with others behind the first {@link #length()} that mean nothing; not to be kept. */
    float[] values() {
        return values;
    }
}
