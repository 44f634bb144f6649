package org.matryoscope.base;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes safetensors: eight bytes with the header's length, a JSON header, and the numbers, little-endian. */
public final class TensorFile {
    private static final JsonMapper MAPPER = new JsonMapper();

    private TensorFile() {
    }

    /**
     * A float32 tensor.
     *
     * @param name its name
     * @param values its numbers in row order
     * @param shape its axes, whose product is the number of values
     */
    public record Tensor(String name, float[] values, int... shape) {}

    /**
     * Returns a file's bytes.
     *
     * @param metadata what is kept with the tensors; may be empty
     * @param tensors of less than 2 GB together
     */
    public static byte[] bytes(Map<String, String> metadata, List<Tensor> tensors) {
        ObjectNode header = MAPPER.createObjectNode();
        ObjectNode kept = header.putObject("__metadata__");
        metadata.forEach(kept::put);
        int size = 0;
        for (Tensor tensor : tensors) {
            ObjectNode entry = header.putObject(tensor.name()).put("dtype", "F32");
            for (int axis : tensor.shape()) {
                entry.withArray("shape").add(axis);
            }
            int from = size;
            size = Math.addExact(size, Math.multiplyExact(tensor.values().length, Float.BYTES));
            entry.putArray("data_offsets").add(from).add(size);
        }
        byte[] text = MAPPER.writeValueAsBytes(header);
        ByteBuffer bytes = ByteBuffer.allocate(Math.addExact(Long.BYTES + text.length, size))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(text.length).put(text);
        for (Tensor tensor : tensors) {
            for (float value : tensor.values()) {
                bytes.putFloat(value);
            }
        }
        return bytes.array();
    }
}
