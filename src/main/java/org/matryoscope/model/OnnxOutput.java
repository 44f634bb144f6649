package org.matryoscope.model;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.TensorInfo;

import org.matryoscope.base.Problem;

/**
 * What a session gave for a batch.
 *
 * @param values the numbers, row after row
 * @param rows texts
 * @param tokens tokens a text, or 0 where the model has pooled them already
 * @param width entries of a vector
 */
record OnnxOutput(float[] values, int rows, int tokens, int width) {
    private static final List<String> PREFERRED = List.of("sentence_embedding", "text_embeds", "embeddings",
            "last_hidden_state", "token_embeddings");

    boolean pooled() {
        return tokens == 0;
    }

    /**
     * Chooses the output that holds the embedding.
     *
     * @param file the model file, for messages
     * @param outputs the session's declared outputs
     * @throws Problem if none is of floating-point numbers
     */
    static String choose(String file, Map<String, NodeInfo> outputs) {
        List<String> candidates = outputs.entrySet()
                .stream()
                .filter(output -> isFloat(output.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (candidates.isEmpty()) {
            throw notAnEmbedding(file, "none of its outputs " + outputs.keySet() + " holds floating-point numbers");
        }
        if (candidates.equals(List.of("logits"))) {
            throw notAnEmbedding(file, "its only output, logits, holds a score for every word");
        }
        return PREFERRED.stream().filter(candidates::contains).findFirst().orElse(candidates.getFirst());
    }

    /** Reads the output of a batch of {@code batch.rows()} texts, or throws a problem if it cannot be embeddings. */
    static OnnxOutput read(String file, OnnxTensorLike value, TokenBatch batch) {
        long[] shape = value.getInfo().getShape();
        boolean perToken = shape.length == 3 && shape[1] == batch.length();
        if (!(value instanceof OnnxTensor tensor) || (shape.length != 2 && !perToken) || shape[0] != batch.rows()
                || shape[shape.length - 1] < 1) {
            throw notAnEmbedding(file, "for " + batch.rows() + " texts of " + batch.length()
                    + " tokens it gave numbers in the shape " + Arrays.toString(shape));
        }
        int width = Math.toIntExact(shape[shape.length - 1]);
        return new OnnxOutput(floats(tensor), batch.rows(), perToken ? batch.length() : 0, width);
    }

    private static Problem notAnEmbedding(String file, String why) {
        return new Problem(file, "the model's output is not an embedding: " + why,
                "Open a text embedding model, or export this one again for feature extraction.");
    }

    private static boolean isFloat(NodeInfo info) {
        return info.getInfo() instanceof TensorInfo tensor && switch (tensor.type) {
            case FLOAT, FLOAT16, BFLOAT16, DOUBLE -> true;
            default -> false;
        };
    }

    private static float[] floats(OnnxTensor tensor) {
        if (tensor.getInfo().type == OnnxJavaType.DOUBLE) {
            double[] wide = new double[tensor.getDoubleBuffer().remaining()];
            tensor.getDoubleBuffer().get(wide);
            float[] values = new float[wide.length];
            for (int i = 0; i < wide.length; i++) {
                values[i] = (float) wide[i];
            }
            return values;
        }
        FloatBuffer buffer = tensor.getFloatBuffer();
        if (buffer.hasArray() && buffer.arrayOffset() == 0 && buffer.array().length == buffer.remaining()) {
            return buffer.array();
        }
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }
}
