package org.matryoscope.bench;

import java.util.SplittableRandom;

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
    public void fill() {
        SplittableRandom random = new SplittableRandom(1);
        query = vector(random);
        try (VectorStoreBuilder builder = VectorStore.builder(rows, dimension, format)) {
            float[] block = new float[Math.min(rows, ROWS_AT_ONCE) * dimension];
            for (int row = 0; row < rows; row += ROWS_AT_ONCE) {
                int count = Math.min(ROWS_AT_ONCE, rows - row);
                fill(block, random);
                builder.putBlock(row, count, block);
            }
            store = builder.build();
        }
    }

    private float[] vector(SplittableRandom random) {
        float[] vector = new float[dimension];
        fill(vector, random);
        return vector;
    }

    private static void fill(float[] target, SplittableRandom random) {
        for (int i = 0; i < target.length; i += 2) {
            long bits = random.nextLong();
            target[i] = (int) bits;
            target[i + 1] = (int) (bits >> 32);
        }
    }

    /** Frees the memory. */
    @TearDown(Level.Trial)
    public void free() {
        store.close();
    }
}
