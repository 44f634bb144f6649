package org.matryoscope.model;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.matryoscope.base.Problem;

/**
 * A safetensors file: eight bytes with the length of a JSON header, the header (name → type, shape, place), then the numbers,
 * little-endian. Nothing in the header is believed before it has been checked against the file's size.
 */
final class SafetensorsFile implements AutoCloseable {
    private static final long LONGEST_HEADER = 100_000_000;
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Path path;
    private final Arena arena = Arena.ofShared();
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(Type type, long[] shape, MemorySegment bytes) {}

    private enum Type {
        F64(8), F32(4), F16(2), BF16(2), I64(8), I32(4), I16(2), I8(1), U8(1);

        private final int size;

        Type(int size) {
            this.size = size;
        }
    }

    private SafetensorsFile(Path path) {
        this.path = path;
    }

    /**
     * Opens a file and checks its header.
     *
     * @throws Problem if the file is missing, cut off or lies about its content
     */
    static SafetensorsFile open(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new Problem(path.toString(), "the file is missing", "Download it from the model's page.");
        }
        SafetensorsFile file = new SafetensorsFile(path);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            file.read(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), file.arena));
            return file;
        } catch (IOException e) {
            file.close();
            throw new Problem(path.toString(), "the file cannot be read", "Check its permissions.", e);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** Returns the shape of a tensor that the file must hold. */
    long[] shape(String name) {
        return entry(name).shape().clone();
    }

    /** Returns the shape of a tensor that must have the given number of axes. */
    long[] shape(String name, int axes) {
        long[] shape = shape(name);
        if (shape.length != axes) {
            throw corrupt("the tensor " + name + " has " + shape.length + " axes where " + axes + " are expected",
                    null);
        }
        return shape;
    }

    /** Returns a tensor's numbers as floats, in row order. */
    float[] floats(String name) {
        Entry entry = entry(name);
        int count = count(name, entry);
        float[] values = new float[count];
        MemorySegment bytes = entry.bytes();
        for (int i = 0; i < count; i++) {
            values[i] = switch (entry.type()) {
                case F64 -> (float) bytes.get(DOUBLE, 8L * i);
                case F32 -> bytes.get(FLOAT, 4L * i);
                case F16 -> Float.float16ToFloat(bytes.get(SHORT, 2L * i));
                case BF16 -> Float.intBitsToFloat(bytes.get(SHORT, 2L * i) << Short.SIZE);
                case I64, I32, I16, I8, U8 -> integer(entry, i);
            };
        }
        return values;
    }

    /** Returns a tensor of whole numbers, in row order. */
    int[] integers(String name) {
        Entry entry = entry(name);
        int[] values = new int[count(name, entry)];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.toIntExact(integer(entry, i));
        }
        return values;
    }

    @Override
    public void close() {
        arena.close();
    }

    /** Returns a problem with this file. */
    Problem corrupt(String what, @Nullable Throwable cause) {
        return new Problem(path.toString(), what, "Download the file again.", cause);
    }

    private long integer(Entry entry, long i) {
        MemorySegment bytes = entry.bytes();
        return switch (entry.type()) {
            case I64 -> bytes.get(LONG, 8 * i);
            case I32 -> bytes.get(INT, 4 * i);
            case I16 -> bytes.get(SHORT, 2 * i);
            case I8 -> bytes.get(ValueLayout.JAVA_BYTE, i);
            case U8 -> bytes.get(ValueLayout.JAVA_BYTE, i) & 0xff;
            case F64, F32, F16, BF16 -> throw corrupt("expected whole numbers but found " + entry.type(), null);
        };
    }

    private int count(String name, Entry entry) {
        long count = entry.bytes().byteSize() / entry.type().size;
        if (count > Integer.MAX_VALUE - 8) {
            throw corrupt("the tensor " + name + " is too large for this app", null);
        }
        return (int) count;
    }

    private Entry entry(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw corrupt("the tensor " + name + " is missing, the file holds " + entries.keySet(), null);
        }
        return entry;
    }

    private void read(MemorySegment bytes) {
        long length = bytes.byteSize() < Long.BYTES ? -1 : bytes.get(LONG, 0);
        if (length < 2 || length > LONGEST_HEADER || length > bytes.byteSize() - Long.BYTES) {
            throw corrupt("the file is cut off or is not a safetensors file", null);
        }
        byte[] header = bytes.asSlice(Long.BYTES, length).toArray(ValueLayout.JAVA_BYTE);
        MemorySegment data = bytes.asSlice(Long.BYTES + length);
        try {
            JsonNode tensors = new JsonMapper().readTree(new String(header, StandardCharsets.UTF_8));
            tensors.properties()
                    .stream()
                    .filter(tensor -> !tensor.getKey().equals("__metadata__"))
                    .forEach(tensor -> entries.put(tensor.getKey(), entry(tensor.getKey(), tensor.getValue(), data)));
        } catch (JacksonException | ArithmeticException e) {
            throw corrupt("its header cannot be understood", e);
        }
    }

    private Entry entry(String name, JsonNode tensor, MemorySegment data) {
        Type type = type(name, tensor.path("dtype").stringValue(""));
        long[] shape = longs(tensor.path("shape"));
        long[] place = longs(tensor.path("data_offsets"));
        long size = type.size;
        for (long axis : shape) {
            size = Math.multiplyExact(size, axis);
        }
        if (place.length != 2 || place[0] < 0 || place[1] > data.byteSize() || place[1] - place[0] != size) {
            throw corrupt("the tensor " + name + " is said to lie where the file does not hold it (the file may be cut"
                    + " off)", null);
        }
        return new Entry(type, shape, data.asSlice(place[0], size));
    }

    private Type type(String name, String dtype) {
        for (Type type : Type.values()) {
            if (type.name().equals(dtype)) {
                return type;
            }
        }
        throw corrupt("the tensor " + name + " has the number type \"" + dtype + "\", which this app cannot read",
                null);
    }

    private static long[] longs(JsonNode list) {
        long[] values = new long[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).longValue(-1);
            if (values[i] < 0) {
                throw new ArithmeticException("negative or not a number");
            }
        }
        return values;
    }
}
