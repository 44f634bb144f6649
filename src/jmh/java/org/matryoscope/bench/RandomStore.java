package org.matryoscope.bench;

import java.util.SplittableRandom;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import org.matryoscope.vector.VectorStore;
import org.matryoscope.vector.VectorStoreBuilder;

/** N × D seeded random vectors. */
@State(Scope.Benchmark)
public class RandomStore {
    /** N. */
    @Param({"1000", "10000", "100000", "1000000"})
    public int rows;

    /** D. */
    @Param({"384", "768"})
    public int dimension;

    VectorStore store;
    float[] query;

    /** Fills the store. */
    @Setup(Level.Trial)
    public void fill() {
        SplittableRandom random = new SplittableRandom(1);
        query = vector(random);
        try (VectorStoreBuilder builder = VectorStore.builder(rows, dimension)) {
            for (int row = 0; row < rows; row++) {
                builder.put(row, vector(random));
            }
            store = builder.build();
        }
    }

    private float[] vector(SplittableRandom random) {
        float[] vector = new float[dimension];
        for (int i = 0; i < dimension; i += 2) {
            long bits = random.nextLong();
            vector[i] = (int) bits;
            vector[i + 1] = (int) (bits >> 32);
        }
        return vector;
    }

    /** Frees the memory. */
    @TearDown(Level.Trial)
    public void free() {
        store.close();
    }
}
