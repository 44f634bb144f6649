package org.matryoscope.model;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;

/** A static model: a table with a row for each token; a text's vector is the mean of its tokens' rows, weighted in the mean. */
final class StaticTable implements Backbone {
    private final String file;
    private final float[] rows;
    private final int width;
    private final float @Nullable [] weights;
    private final int @Nullable [] mapping;

    private StaticTable(String file, float[] rows, int width, float @Nullable [] weights, int @Nullable [] mapping) {
        this.file = file;
        this.rows = rows;
        this.width = width;
        this.weights = weights;
        this.mapping = mapping;
    }

    /** Says whether a folder's weights are such a table. */
    static boolean standsIn(Path weights) {
        try (SafetensorsFile tensors = SafetensorsFile.open(weights)) {
            return tensors.has("embedding.weight") || tensors.has("embeddings");
        }
    }

    /**
     * Reads the table.
     *
     * @param file a safetensors file with {@code embedding.weight} (sentence-transformers) or {@code embeddings} and perhaps
     *     {@code weights} (a factor a token) and {@code mapping} (the row of a token) (Model2Vec)
     * @throws Problem if the file is missing or faulty, or holds no table
     */
    static StaticTable read(Path file) {
        try (SafetensorsFile tensors = SafetensorsFile.open(file)) {
            String name = tensors.has("embedding.weight") ? "embedding.weight" : "embeddings";
            long[] shape = tensors.shape(name, 2);
            float @Nullable [] weights = tensors.has("weights") ? tensors.floats("weights") : null;
            int @Nullable [] mapping = tensors.has("mapping") ? tensors.integers("mapping") : null;
            if (shape[1] < 1) {
                throw tensors.corrupt("the table has no columns", null);
            }
            return new StaticTable(file.toString(), tensors.floats(name), (int) shape[1], weights, mapping);
        }
    }

    @Override
    public List<float[]> embed(List<Tokens> texts, Role role, RunControl control) {
        control.check();
        return texts.stream().map(text -> mean(text.ids())).toList();
    }

    private float[] mean(long[] ids) {
        double[] sum = new double[width];
        for (long id : ids) {
            int from = row(id) * width;
            float weight = weights == null ? 1 : weights[(int) id];
            for (int i = 0; i < width; i++) {
                sum[i] += weight * rows[from + i];
            }
        }
        float[] mean = new float[width];
        for (int i = 0; i < width && ids.length > 0; i++) {
            mean[i] = (float) (sum[i] / ids.length);
        }
        return mean;
    }

    private int row(long id) {
        boolean weighed = weights == null || id < weights.length;
        if (weighed && (mapping == null || id < mapping.length)) {
            long row = mapping == null ? id : mapping[(int) id];
            if (row >= 0 && (row + 1) * width <= rows.length) {
                return (int) row;
            }
        }
        throw new Problem(file, "the table has no row for the token " + id,
                "Download tokenizer.json and model.safetensors again; they do not belong together.");
    }

    @Override
    public void close() {
        // Nothing native is held.
    }
}
