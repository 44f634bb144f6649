package org.matryoscope.model;

import java.nio.file.Path;
import java.util.Arrays;

/**
 * Layer normalisation (Ba, Kiros, Hinton 2016; torch's {@code LayerNorm}): each vector to mean 0 and variance 1, then scaled
 * and shifted entry by entry.
 *
 * @param scale γ
 * @param shift β
 */
record LayerNorm(float[] scale, float[] shift) implements Layer {
    private static final double EPSILON = 1e-5;

    /** The normalisation alone, without learned scale and shift. */
    static LayerNorm plain(int entries) {
        float[] ones = new float[entries];
        Arrays.fill(ones, 1);
        return new LayerNorm(ones, new float[entries]);
    }

    /** Reads the module of sentence-transformers, or throws a problem if its files are missing, faulty or of another length. */
    static LayerNorm read(Path module, int entries) {
        try (SafetensorsFile weights = DenseLayer.weights(module)) {
            return new LayerNorm(DenseLayer.vector(weights, "norm.weight", entries),
                    DenseLayer.vector(weights, "norm.bias", entries));
        }
    }

    @Override
    public float[] apply(float[] x) {
        double mean = 0;
        for (float value : x) {
            mean += value / (double) x.length;
        }
        double variance = 0;
        for (float value : x) {
            variance += (value - mean) * (value - mean) / x.length;
        }
        double deviation = Math.sqrt(variance + EPSILON);
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = (float) ((x[i] - mean) / deviation * scale[i] + shift[i]);
        }
        return y;
    }

    @Override
    public String description() {
        return "LayerNorm";
    }
}
