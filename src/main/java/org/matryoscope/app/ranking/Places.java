package org.matryoscope.app.ranking;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** The places 0 … size − 1 as a list, without holding any. */
final class Places extends AbstractList<Integer> implements RandomAccess {
    private final int size;

    Places(int size) {
        this.size = size;
    }

    @Override
    public Integer get(int index) {
        return Objects.checkIndex(index, size);
    }

    @Override
    public int size() {
        return size;
    }
}
