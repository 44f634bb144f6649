package org.matryoscope.model;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.NumberType;
import org.matryoscope.base.Problem;
import org.matryoscope.model.SafetensorsHeader.Tensor;

/** An open safetensors file, laid out as {@link SafetensorsHeader} says. */
final class SafetensorsFile implements AutoCloseable {
    private static final String REMEDY = "Download the file again.";

    private final Path path;
    private final Arena arena = Arena.ofShared();
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(NumberType type, long[] shape, MemorySegment bytes) {}

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
            Map<String, Tensor> tensors = SafetensorsHeader.read(path, channel, REMEDY);
            MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), file.arena);
            tensors.values()
                    .forEach(tensor -> file.entries.put(tensor.name(),
                            new Entry(tensor.type(), tensor.shape(), bytes.asSlice(tensor.offset(), tensor.length()))));
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
        float[] values = new float[count(name, entry)];
        entry.type().toFloats(entry.bytes(), 0, ByteOrder.LITTLE_ENDIAN, values, 0, values.length);
        return values;
    }

    /** Returns a tensor of whole numbers, in row order. */
    int[] integers(String name) {
        Entry entry = entry(name);
        if (!entry.type().isWhole()) {
            throw corrupt("expected whole numbers but found " + entry.type(), null);
        }
        int[] values = new int[count(name, entry)];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.toIntExact(
                    entry.type().whole(entry.bytes(), (long) i * entry.type().bytes(), ByteOrder.LITTLE_ENDIAN));
        }
        return values;
    }

    @Override
    public void close() {
        arena.close();
    }

    /** Returns a problem with this file. */
    Problem corrupt(String what, @Nullable Throwable cause) {
        return new Problem(path.toString(), what, REMEDY, cause);
    }

    private int count(String name, Entry entry) {
        long count = entry.bytes().byteSize() / entry.type().bytes();
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
}
