package org.matryoscope.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How the texts of an encoding are shared out.
 *
 * @param texts most texts of a batch
 * @param tokens most tokens of a batch, padding included; one text alone may have more
 * @param length tokens to which every text is padded; 0 where to those of the longest of its batch
 * @param workers batches that run at the same time
 * @param threadsPerRun threads of one run
 */
record Batching(int texts, int tokens, int length, int workers, int threadsPerRun) {
    /**
     * Tokens of a batch of a transformer: its activations stay in a core's cache. On two cores a small one (6 layers of 384) was
     * as fast with 512 to 1,024 tokens, at 8 tokens a text and at 250; with 4,096 it took a tenth and a fifth more time.
     */
    private static final int TRANSFORMER_TOKENS = 768;
    private static final int TABLE_TOKENS = 4096;
    /** Bytes of a model of which a single text takes few milliseconds on one thread. */
    private static final long SMALL_MODEL = 200_000_000;

    /**
     * Batches for a model whose vectors do not depend on the other texts of a batch. Small models run several batches side by
     * side, so that no thread waits for the others after each step; larger ones one batch on all threads, so that a single query
     * does not wait for one thread's work.
     *
     * @param threads threads in all
     * @param modelBytes size of the model
     */
    static Batching together(int threads, long modelBytes) {
        return modelBytes < SMALL_MODEL
                ? new Batching(Integer.MAX_VALUE, TRANSFORMER_TOKENS, 0, threads, 1)
                : new Batching(Integer.MAX_VALUE, TRANSFORMER_TOKENS, 0, 1, threads);
    }

    /**
     * One text at a time, several at once: for models that quantise their activations with one scale for the whole batch, so
     * that a text's vector would depend on its neighbours.
     *
     * @param threads threads in all
     */
    static Batching oneByOne(int threads) {
        return new Batching(1, TRANSFORMER_TOKENS, 0, threads, 1);
    }

    /**
     * Batches for a table of static vectors.
     *
     * @param threads threads in all
     */
    static Batching ofTable(int threads) {
        return new Batching(Integer.MAX_VALUE, TABLE_TOKENS, 0, threads, 1);
    }

    /** Returns these batches as a model file takes them whose inputs have a fixed size. */
    Batching within(InputShape shape) {
        return new Batching(shape.rows() == 0 ? texts : Math.min(texts, shape.rows()), tokens, shape.length(), workers,
                threadsPerRun);
    }

    /** Returns the threads in all. */
    int threads() {
        return workers * threadsPerRun;
    }

    /**
     * Fills batches, and makes them smaller where there would be fewer than workers.
     *
     * @param sorted the texts, the longest first
     * @param lengths tokens of a text
     * @param <T> what stands for a text
     * @return views of the list, in its order
     */
    <T> List<List<T>> fill(List<T> sorted, ToIntFunction<T> lengths) {
        ToIntFunction<T> padded = text -> Math.max(1, Math.max(length, lengths.applyAsInt(text)));
        int all = sorted.stream().mapToInt(padded).sum();
        int most = Math.min(tokens, Math.ceilDiv(all, workers));
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < sorted.size();) {
            int longest = padded.applyAsInt(sorted.get(from));
            int count = Math.clamp(most / longest, 1, Math.min(texts, sorted.size() - from));
            batches.add(sorted.subList(from, from + count));
            from += count;
        }
        return batches;
    }
}
