package org.matryoscope.model;

import java.util.ArrayList;
import java.util.List;

/**
 * How the texts of an encoding are shared out.
 *
 * @param size texts of a batch
 * @param workers batches that run at the same time
 * @param threadsPerRun threads of one run
 */
record Batching(int size, int workers, int threadsPerRun) {
    private static final int USUAL_SIZE = 16;
    private static final int TABLE_SIZE = 64;
    /** Tokens of one run, padding included; bounds the memory that attention takes, whatever the model's maximum length. */
    private static final int TOKENS_PER_RUN = 4096;

    /**
     * Batches for a model whose vectors do not depend on the other texts of a batch.
     *
     * @param threads threads in all
     */
    static Batching together(int threads) {
        return new Batching(USUAL_SIZE, 1, threads);
    }

    /**
     * One text at a time, several at once: for models that quantise their activations with one scale for the whole batch, so
     * that a text's vector would depend on its neighbours.
     *
     * @param threads threads in all
     */
    static Batching oneByOne(int threads) {
        return new Batching(1, threads, 1);
    }

    /**
     * Batches for a table of static vectors.
     *
     * @param threads threads in all
     */
    static Batching ofTable(int threads) {
        return new Batching(TABLE_SIZE, threads, 1);
    }

    /** Splits a batch, in its order, into runs that are small enough; one text alone is always small enough. */
    List<List<Tokens>> runs(List<Tokens> batch) {
        List<List<Tokens>> runs = new ArrayList<>();
        int from = 0;
        int longest = 0;
        for (int i = 0; i < batch.size(); i++) {
            longest = Math.max(longest, batch.get(i).length());
            if (i > from && (long) longest * (i + 1 - from) > TOKENS_PER_RUN) {
                runs.add(batch.subList(from, i));
                from = i;
                longest = batch.get(i).length();
            }
        }
        runs.add(batch.subList(from, batch.size()));
        return runs;
    }
}
