package org.matryoscope.model;

/**
 * How the texts of an encoding are shared out.
 *
 * @param size texts of a batch
 * @param workers batches that run at the same time
 * @param threadsPerRun threads of one run
 */
record Batching(int size, int workers, int threadsPerRun) {
    private static final int USUAL_SIZE = 16;

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
}
