package org.matryoscope.model;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
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
    /** What decoders exported for generation keep between calls; empty for a text seen for the first time. */
    private static final String PAST = "past_key_values.";

    private final String file;
    private final TaskIds taskIds;
    private final Map<String, TensorInfo> declared = new LinkedHashMap<>();
    private final InputShape shape;

    /**
     * The values of the input {@code task_id}, by which a model picks its adapter.
     *
     * @param query for queries
     * @param document for documents
     */
    record TaskIds(int query, int document) {}

    /**
     * Checks the declared inputs.
     *
     * @param file the model file, for messages
     * @param inputs the session's declared inputs
     * @param taskIds what to feed to {@code task_id}
     * @throws Problem if an input is not one that a text encoder takes
     */
    OnnxInputs(String file, Map<String, NodeInfo> inputs, TaskIds taskIds) {
        this.file = file;
        this.taskIds = taskIds;
        inputs.forEach((name, info) -> declared.put(name, checked(name, info)));
        TensorInfo ids = declared.get("input_ids");
        if (ids == null) {
            throw new Problem(file, "the model takes no input named input_ids, so it is not a text encoder",
                    "Open a text embedding model.");
        }
        long[] table = ids.getShape();
        // Free sizes are declared as −1.
        shape = table.length == 2
                ? new InputShape(Math.toIntExact(Math.max(0, table[0])), Math.toIntExact(Math.max(0, table[1])))
                : InputShape.ANY;
    }

    /** Says whether the texts of a batch are fed one behind the other with the offset of each (Model2Vec), not as a table. */
    boolean flat() {
        return declared.containsKey("offsets");
    }

    /** Returns what size a batch must have. */
    InputShape shape() {
        return shape;
    }

    /** Creates the tensors of a batch; the caller closes them. */
    Map<String, OnnxTensor> feed(OrtEnvironment environment, TokenBatch batch, Role role) throws OrtException {
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        for (Map.Entry<String, TensorInfo> input : declared.entrySet()) {
            inputs.put(input.getKey(), tensor(environment, input.getKey(), input.getValue(), batch, role));
        }
        return inputs;
    }

    private OnnxTensor tensor(OrtEnvironment environment, String name, TensorInfo info, TokenBatch batch, Role role)
            throws OrtException {
        long[] table = {batch.rows(), batch.length()};
        return switch (name) {
            case "input_ids" -> flat()
                    ? integers(environment, info, batch.flatIds(), batch.flatIds().length)
                    : integers(environment, info, batch.ids(), table);
            case "offsets" -> integers(environment, info, batch.offsets(), batch.rows());
            case "attention_mask" -> integers(environment, info, batch.mask(), table);
            case "token_type_ids" -> integers(environment, info, batch.typeIds(), table);
            case "position_ids" -> integers(environment, info, batch.positions(), table);
            case "task_id" -> {
                long task = role == Role.QUERY ? taskIds.query() : taskIds.document();
                yield integers(environment, info, new long[]{task},
                        info.getShape().length == 0 ? new long[0] : new long[]{1});
            }
            default -> past(environment, info, batch.rows());
        };
    }

    private TensorInfo checked(String name, NodeInfo info) {
        if (!(info.getInfo() instanceof TensorInfo tensor)) {
            throw unknown(name, "that is not a tensor");
        }
        boolean integers = tensor.type == OnnxJavaType.INT64 || tensor.type == OnnxJavaType.INT32;
        boolean right = switch (name) {
            case "input_ids", "attention_mask", "token_type_ids", "position_ids", "task_id", "offsets" -> integers;
            default ->
                name.startsWith(PAST) && (tensor.type == OnnxJavaType.FLOAT || tensor.type == OnnxJavaType.FLOAT16)
                        && hasKnownHeads(tensor.getShape());
        };
        if (!right) {
            throw unknown(name, "of the type " + tensor.type + " and the shape " + Arrays.toString(tensor.getShape()));
        }
        return tensor;
    }

    private static boolean hasKnownHeads(long[] shape) {
        return shape.length == 4 && shape[1] > 0 && shape[3] > 0;
    }

    private Problem unknown(String name, String type) {
        return new Problem(file,
                "the model takes an input named " + name + " " + type + ", which this app does not know how to feed",
                "Open a text embedding model, or export this one again for feature extraction.");
    }

    private static OnnxTensor integers(OrtEnvironment environment, TensorInfo info, long[] values, long... shape)
            throws OrtException {
        if (info.type == OnnxJavaType.INT64) {
            return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
        }
        int[] narrow = Arrays.stream(values).mapToInt(Math::toIntExact).toArray();
        return OnnxTensor.createTensor(environment, IntBuffer.wrap(narrow), shape);
    }

    private static OnnxTensor past(OrtEnvironment environment, TensorInfo info, int rows) throws OrtException {
        long[] shape = {rows, info.getShape()[1], 0, info.getShape()[3]};
        return info.type == OnnxJavaType.FLOAT
                ? OnnxTensor.createTensor(environment, FloatBuffer.allocate(0), shape)
                : OnnxTensor.createTensor(environment, ShortBuffer.allocate(0), shape, OnnxJavaType.FLOAT16);
    }
}
