package org.matryoscope.model;

import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;

import org.matryoscope.base.Problem;

/** Feeds a session exactly the inputs it declares, in the number type it declares. */
final class OnnxInputs {
    private final String file;
    private final Map<String, TensorInfo> declared = new LinkedHashMap<>();

    /**
     * Checks the declared inputs.
     *
     * @param file the model file, for messages
     * @param inputs the session's declared inputs
     * @throws Problem if an input is not one that a text encoder takes
     */
    OnnxInputs(String file, Map<String, NodeInfo> inputs) {
        this.file = file;
        inputs.forEach((name, info) -> declared.put(name, tensor(name, info)));
        if (!declared.containsKey("input_ids")) {
            throw new Problem(file, "the model takes no input named input_ids, so it is not a text encoder",
                    "Open a text embedding model.");
        }
    }

    /** Creates the tensors of a batch; the caller closes them. */
    Map<String, OnnxTensor> feed(OrtEnvironment environment, TokenBatch batch) throws OrtException {
        long[] shape = {batch.rows(), batch.length()};
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        for (Map.Entry<String, TensorInfo> input : declared.entrySet()) {
            long[] values = switch (input.getKey()) {
                case "input_ids" -> batch.ids();
                case "attention_mask" -> batch.mask();
                case "token_type_ids" -> batch.typeIds();
                case "position_ids" -> batch.positions();
                default -> throw new IllegalStateException(input.getKey());
            };
            inputs.put(input.getKey(), integers(environment, input.getValue(), values, shape));
        }
        return inputs;
    }

    private TensorInfo tensor(String name, NodeInfo info) {
        boolean known = switch (name) {
            case "input_ids", "attention_mask", "token_type_ids", "position_ids" -> true;
            default -> false;
        };
        if (known && info.getInfo() instanceof TensorInfo tensor) {
            return tensor;
        }
        throw new Problem(file, "the model takes an input named " + name + ", which a text encoder does not",
                "Open a text embedding model, or export this one again for feature extraction.");
    }

    private static OnnxTensor integers(OrtEnvironment environment, TensorInfo info, long[] values, long[] shape)
            throws OrtException {
        if (info.type == OnnxJavaType.INT64) {
            return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
        }
        int[] narrow = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            narrow[i] = (int) values[i];
        }
        return OnnxTensor.createTensor(environment, IntBuffer.wrap(narrow), shape);
    }
}
