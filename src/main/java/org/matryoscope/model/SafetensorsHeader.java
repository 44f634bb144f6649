package org.matryoscope.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.matryoscope.base.NumberType;
import org.matryoscope.base.Problem;

/**
 * The header of a safetensors file: eight bytes with its length, then JSON (name → type, shape, place); the numbers follow,
 * little-endian. Nothing in it is believed before it has been checked against the file's size.
 */
public final class SafetensorsHeader {
    private static final long LONGEST = 100_000_000;
    private static final Map<String, NumberType> TYPES = Map.ofEntries( //
            Map.entry("F64", NumberType.FLOAT64), Map.entry("F32", NumberType.FLOAT32),
            Map.entry("F16", NumberType.FLOAT16), Map.entry("BF16", NumberType.BFLOAT16),
            Map.entry("I64", NumberType.INT64), Map.entry("I32", NumberType.INT32), Map.entry("I16", NumberType.INT16),
            Map.entry("I8", NumberType.INT8), Map.entry("U64", NumberType.UINT64), Map.entry("U32", NumberType.UINT32),
            Map.entry("U16", NumberType.UINT16), Map.entry("U8", NumberType.UINT8),
            Map.entry("BOOL", NumberType.UINT8));
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private final String file;
    private final String remedy;
    private final long dataStart;
    private final long size;

    /**
     * A tensor that the file is known to hold.
     *
     * @param name its name
     * @param type the type of its numbers
     * @param shape its axes, each 0 or more
     * @param offset where in the file its first number stands, in bytes
     * @param length its bytes in all, the product of its axes and the size of a number
     */
    public record Tensor(String name, NumberType type, long[] shape, long offset, long length) {}

    private SafetensorsHeader(String file, String remedy, long dataStart, long size) {
        this.file = file;
        this.remedy = remedy;
        this.dataStart = dataStart;
        this.size = size;
    }

    /**
     * Reads and checks a header.
     *
     * @param path the file, for messages
     * @param channel the open file
     * @param remedy what to do about a faulty file, a sentence
     * @return its tensors by name, in the order of the header
     * @throws Problem if the file is cut off or lies about its content
     * @throws IOException if it cannot be read
     */
    public static Map<String, Tensor> read(Path path, FileChannel channel, String remedy) throws IOException {
        long size = channel.size();
        long length = size < Long.BYTES ? -1 : bytes(channel, 0, Long.BYTES).getLong(0);
        if (length < 2 || length > LONGEST || length > size - Long.BYTES) {
            throw new Problem(path.toString(), "the file is cut off or is not a safetensors file", remedy);
        }
        byte[] json = bytes(channel, Long.BYTES, (int) length).array();
        return new SafetensorsHeader(path.toString(), remedy, Long.BYTES + length, size).tensors(json);
    }

    private static ByteBuffer bytes(FileChannel channel, long position, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("the file has become shorter");
            }
        }
        return buffer;
    }

    private Map<String, Tensor> tensors(byte[] json) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, JsonNode> each : MAPPER.readTree(new String(json, StandardCharsets.UTF_8))
                    .properties()) {
                if (!each.getKey().equals("__metadata__")) {
                    tensors.put(each.getKey(), tensor(each.getKey(), each.getValue()));
                }
            }
        } catch (JacksonException | ArithmeticException e) {
            throw problem("its header cannot be understood", e);
        }
        return Collections.unmodifiableMap(tensors);
    }

    private Tensor tensor(String name, JsonNode node) {
        NumberType type = TYPES.get(node.path("dtype").stringValue(""));
        if (type == null) {
            throw problem("the tensor " + name + " has the number type \"" + node.path("dtype").stringValue("")
                    + "\", which this app cannot read", null);
        }
        long[] shape = longs(node.path("shape"));
        long[] place = longs(node.path("data_offsets"));
        long length = type.bytes();
        for (long axis : shape) {
            length = Math.multiplyExact(length, axis);
        }
        if (place.length != 2 || place[0] < 0 || place[1] > size - dataStart || place[1] - place[0] != length) {
            throw problem("the tensor " + name + " is said to lie where the file does not hold it (the file may be cut"
                    + " off)", null);
        }
        return new Tensor(name, type, shape, dataStart + place[0], length);
    }

    private Problem problem(String what, @Nullable Throwable cause) {
        return new Problem(file, what, remedy, cause);
    }

    private static long[] longs(JsonNode list) {
        long[] values = new long[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.path(i).longValue(-1);
            if (values[i] < 0) {
                throw new ArithmeticException("negative or not a number");
            }
        }
        return values;
    }
}
