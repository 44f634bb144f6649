package org.matryoscope.model;

import java.util.Arrays;
import java.util.List;

/** The six poolings of sentence-transformers (its module {@code Pooling}), by mask, so that padding may stand on either side. */
final class Poolers {
    private Poolers() {
    }

    /**
     * Pools the token vectors of one text.
     *
     * @param hidden token vectors of {@code width} entries each, at {@code offset}
     * @param offset where the text's first token vector starts
     * @param width entries of a token vector
     * @param mask which tokens are pooled (1) and which are padding or prompt (0), from {@code maskAt} on
     * @param maskAt where the text's mask starts
     * @param length tokens of the text, padding included
     * @param firstToken index of the text's first token that is not padding; positions count from it
     * @param poolings the poolings, concatenated in this order
     * @return {@code poolings.size() * width} entries; zeros where nothing is to be pooled
     */
    static float[] pool(float[] hidden, int offset, int width, long[] mask, int maskAt, int length, int firstToken,
            List<Pooling> poolings) {
        float[] pooled = new float[poolings.size() * width];
        int[] tokens = pooledTokens(mask, maskAt, length);
        if (tokens.length == 0) {
            return pooled;
        }
        for (int i = 0; i < poolings.size(); i++) {
            int to = i * width;
            switch (poolings.get(i)) {
                case CLS -> System.arraycopy(hidden, offset + tokens[0] * width, pooled, to, width);
                case LASTTOKEN ->
                    System.arraycopy(hidden, offset + tokens[tokens.length - 1] * width, pooled, to, width);
                case MAX -> max(hidden, offset, width, tokens, pooled, to);
                case MEAN -> sum(hidden, offset, width, tokens, ones(tokens), tokens.length, pooled, to);
                case MEAN_SQRT_LEN_TOKENS ->
                    sum(hidden, offset, width, tokens, ones(tokens), Math.sqrt(tokens.length), pooled, to);
                case WEIGHTEDMEAN -> {
                    float[] weights = new float[tokens.length];
                    double total = 0;
                    for (int t = 0; t < tokens.length; t++) {
                        weights[t] = tokens[t] - firstToken + 1;
                        total += weights[t];
                    }
                    sum(hidden, offset, width, tokens, weights, total, pooled, to);
                }
            }
        }
        return pooled;
    }

    private static int[] pooledTokens(long[] mask, int maskAt, int length) {
        int[] tokens = new int[length];
        int count = 0;
        for (int t = 0; t < length; t++) {
            if (mask[maskAt + t] != 0) {
                tokens[count++] = t;
            }
        }
        return Arrays.copyOf(tokens, count);
    }

    private static float[] ones(int[] tokens) {
        float[] ones = new float[tokens.length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static void sum(float[] hidden, int offset, int width, int[] tokens, float[] weights, double divisor,
            float[] pooled, int to) {
        for (int t = 0; t < tokens.length; t++) {
            int from = offset + tokens[t] * width;
            float weight = weights[t];
            for (int i = 0; i < width; i++) {
                pooled[to + i] += weight * hidden[from + i];
            }
        }
        float scale = (float) (1 / divisor);
        for (int i = 0; i < width; i++) {
            pooled[to + i] *= scale;
        }
    }

    private static void max(float[] hidden, int offset, int width, int[] tokens, float[] pooled, int to) {
        System.arraycopy(hidden, offset + tokens[0] * width, pooled, to, width);
        for (int t = 1; t < tokens.length; t++) {
            int from = offset + tokens[t] * width;
            for (int i = 0; i < width; i++) {
                pooled[to + i] = Math.max(pooled[to + i], hidden[from + i]);
            }
        }
    }
}
