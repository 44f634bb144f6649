package org.matryoscope.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;

/**
 * sentence-transformers' module {@code Dense}: activation(W x + b), plus x, or a projection of x, where it is residual.
 *
 * @param in entries taken
 * @param out entries given
 * @param weight W, {@code out × in} in row order
 * @param bias b, {@code out} entries; zeros where the module has none
 * @param activation applied to every entry
 * @param residual null, or the {@code out × in} projection of x that is added; empty to add x itself
 */
record DenseLayer(int in, int out, float[] weight, float[] bias, Activation activation,
        float @Nullable [] residual) implements Layer {
    /**
     * Reads the module.
     *
     * @param module its folder
     * @param entries entries of the vectors it will be given
     * @throws Problem if a file is missing or faulty, or takes vectors of another length
     */
    static DenseLayer read(Path module, int entries) {
        JsonFile config = JsonFile.required(module.resolve("config.json"),
                "Download the model's folder " + module.getFileName() + " too.");
        int in = required(config, "in_features");
        int out = required(config, "out_features");
        if (in != entries) {
            throw config.problem("in_features",
                    "the module takes vectors of " + in + " entries, but the model gives " + entries);
        }
        try (SafetensorsFile weights = weights(module)) {
            float[] weight = matrix(weights, "linear.weight", out, in);
            float[] bias = config.flag("bias", true) ? vector(weights, "linear.bias", out) : new float[out];
            float @Nullable [] residual = !config.flag("use_residual", false)
                    ? null
                    : in == out ? new float[0] : matrix(weights, "residual.weight", out, in);
            return new DenseLayer(in, out, weight, bias, activation(config), residual);
        }
    }

    /** Opens a module's weights; refuses pickled ones, since unpickling runs code from the file. */
    static SafetensorsFile weights(Path module) {
        Path file = module.resolve("model.safetensors");
        Path pickled = module.resolve("pytorch_model.bin");
        if (!Files.exists(file) && Files.exists(pickled)) {
            throw new Problem(pickled.toString(), "the weights are pickled, a format that can run code when it is read",
                    "Load the model with sentence-transformers and save it again with save_pretrained, which writes"
                            + " model.safetensors.");
        }
        return SafetensorsFile.open(file);
    }

    /** Reads a vector of the given length. */
    static float[] vector(SafetensorsFile weights, String name, int length) {
        long[] shape = weights.shape(name, 1);
        if (shape[0] != length) {
            throw weights.corrupt("the tensor " + name + " has " + shape[0] + " entries where the module's config.json"
                    + " says " + length, null);
        }
        return weights.floats(name);
    }

    @Override
    public float[] apply(float[] x) {
        float[] y = new float[out];
        for (int row = 0; row < out; row++) {
            y[row] = (float) activation.of(bias[row] + dot(weight, row, x));
        }
        if (residual != null) {
            for (int row = 0; row < out; row++) {
                y[row] += residual.length == 0 ? x[row] : (float) dot(residual, row, x);
            }
        }
        return y;
    }

    @Override
    public String description() {
        return "Dense " + in + "→" + out + " " + activation.name().toLowerCase(Locale.ROOT)
                + (residual == null ? "" : ", residual");
    }

    private double dot(float[] matrix, int row, float[] x) {
        double sum = 0;
        for (int i = 0; i < in; i++) {
            sum += (double) matrix[row * in + i] * x[i];
        }
        return sum;
    }

    private static int required(JsonFile config, String field) {
        return config.size(field).orElseThrow(() -> config.problem(field, "the field is missing"));
    }

    private static float[] matrix(SafetensorsFile weights, String name, int rows, int columns) {
        long[] shape = weights.shape(name, 2);
        if (shape[0] != rows || shape[1] != columns) {
            throw weights.corrupt("the tensor " + name + " has the shape " + Arrays.toString(shape)
                    + " where the module's config.json says [" + rows + ", " + columns + "]", null);
        }
        return weights.floats(name);
    }

    private static Activation activation(JsonFile config) {
        String type = Optional.ofNullable(config.string("activation_function")).orElse("Tanh");
        String name = type.substring(type.lastIndexOf('.') + 1);
        return Arrays.stream(Activation.values())
                .filter(activation -> activation.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> config.problem("activation_function",
                        "the activation " + type + " is not one this app can run"));
    }
}
