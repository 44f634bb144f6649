package org.matryoscope.bench;

import java.io.IOException;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.VectorStore;
import org.matryoscope.vector.VectorStoreBuilder;

/** N × D seeded random vectors. */
@State(Scope.Benchmark)
public class RandomStore {
    private static final int ROWS_AT_ONCE = 8192;

    /** N. */
    @Param({"1000", "10000", "100000", "1000000"})
    public int rows;

    /** D. */
    @Param({"384", "768"})
    public int dimension;

    /** How the store keeps them. */
    @Param({"FLOAT32"})
    public NumberFormat format;

    VectorStore store;
    float[] query;

    /** Fills the store. */
    @Setup(Level.Trial)
    public void fill() throws IOException {
        RandomEntries random = new RandomEntries();
        query = new float[dimension];
        random.fill(query);
        try (VectorStoreBuilder builder = VectorStore.builder(rows, dimension, format)) {
            float[] block = new float[Math.min(rows, ROWS_AT_ONCE) * dimension];
            for (int row = 0; row < rows; row += ROWS_AT_ONCE) {
                int count = Math.min(ROWS_AT_ONCE, rows - row);
                random.fill(block);
                builder.putBlock(row, count, block);
            }
            store = builder.build();
        }
        // A large store is a file, which the system would write to the disk while the clock runs.
        Programs.run("sync");
    }

    /** Frees the memory. */
    @TearDown(Level.Trial)
    public void free() {
        store.close();
    }
}
