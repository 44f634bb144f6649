package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.matryoscope.base.Problem;

/** An open file of arrays. */
interface ArrayFile extends AutoCloseable {
    /** Returns its arrays in the order of the file. */
    List<StoredArray> arrays();

    /** Returns what it holds besides that this app cannot read, by name, and why. */
    default Map<String, Problem> unreadable() {
        return Map.of();
    }

    /** Says whether any place of an array can be read at any time, which compression forbids. */
    default boolean jumps() {
        return true;
    }

    /**
     * Opens an array's bytes.
     *
     * @param array one of {@link #arrays()}
     * @throws IOException if they cannot be read
     */
    ByteSource bytes(StoredArray array) throws IOException;

    /**
     * Reads the first items of an array of texts, where they do not stand in its bytes themselves.
     *
     * @param array one of {@link #arrays()}
     * @param wanted how many
     * @return the texts; empty where they stand in the bytes
     * @throws Problem if they cannot be read
     */
    default Optional<List<String>> texts(StoredArray array, int wanted) {
        return Optional.empty();
    }

    @Override
    void close();
}
