package org.matryoscope.model;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;

/**
 * What an ONNX file says of itself, read without loading it: a walk over its protocol-buffer fields that skips the weights
 * (message and field numbers from onnx.proto3).
 *
 * @param operators the operators in use, subgraphs and functions included
 * @param externalData the locations of external data, as written
 */
record OnnxGraph(Set<String> operators, Set<String> externalData) {
    /**
     * Reads a file.
     *
     * @throws Problem if the file is not a protocol-buffer message of this kind, or its external data is missing or lies
     *     outside its folder
     */
    static OnnxGraph read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ); Arena arena = Arena.ofConfined()) {
            Walk walk = new Walk(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
            walk.message(Message.MODEL, 0, channel.size());
            if (walk.operators.isEmpty()) {
                throw new IndexOutOfBoundsException("it has no operators");
            }
            walk.externalData.forEach(location -> checkLocation(file, location));
            return new OnnxGraph(walk.operators, walk.externalData);
        } catch (IndexOutOfBoundsException e) {
            throw new Problem(file.toString(), "the file is cut off or is not an ONNX model",
                    "Download the file again; a file of a few hundred bytes is a pointer that git-lfs has not replaced.",
                    e);
        } catch (IOException e) {
            throw new Problem(file.toString(), "the file cannot be read", "Check its permissions.", e);
        }
    }

    /** Says whether activations are quantised with one scale for a whole batch, so that texts of a batch affect each other. */
    boolean quantisesActivations() {
        return operators.stream().anyMatch(operator -> operator.startsWith("DynamicQuantize"));
    }

    /** Returns the files of external data of the graph in {@code file}. */
    List<Path> externalFiles(Path file) {
        return externalData.stream().map(file::resolveSibling).toList();
    }

    private static void checkLocation(Path file, String location) {
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        Path data = folder.resolve(location).normalize();
        if (Path.of(location).isAbsolute() || !data.startsWith(folder)) {
            throw new Problem(file.toString(), "its external data \"" + location + "\" lies outside the model folder",
                    "Do not open this model unless you know its maker; a proper export keeps its data beside it.");
        }
        if (!Files.isRegularFile(data)) {
            throw new Problem(data.toString(), "the file is missing, it holds weights of " + file.getFileName(),
                    "Download it into the same folder.");
        }
    }

    /** The messages that lead to operators and to external data. */
    private enum Message {
        MODEL, FUNCTION, GRAPH, NODE, ATTRIBUTE, SPARSE_TENSOR, TENSOR, ENTRY;

        @Nullable
        Message field(int number) {
            return switch (this) {
                case MODEL -> number == 7 ? GRAPH : number == 25 ? FUNCTION : null;
                case FUNCTION -> number == 7 ? NODE : null;
                case GRAPH -> number == 1 ? NODE : number == 5 ? TENSOR : number == 15 ? SPARSE_TENSOR : null;
                case NODE -> number == 5 ? ATTRIBUTE : null;
                case ATTRIBUTE -> switch (number) {
                    case 5, 10 -> TENSOR;
                    case 6, 11 -> GRAPH;
                    default -> null;
                };
                case SPARSE_TENSOR -> number == 1 || number == 2 ? TENSOR : null;
                case TENSOR -> number == 13 ? ENTRY : null;
                case ENTRY -> null;
            };
        }
    }

    private static final class Walk {
        private static final int OP_TYPE = 4;
        private static final int KEY = 1;
        private static final int VALUE = 2;

        private final MemorySegment bytes;
        private final Set<String> operators = new TreeSet<>();
        private final Set<String> externalData = new TreeSet<>();
        private long at;

        Walk(MemorySegment bytes) {
            this.bytes = bytes;
        }

        void message(Message message, long from, long to) {
            at = from;
            String key = "";
            while (at < to) {
                long tag = varint();
                int number = (int) (tag >>> 3);
                switch ((int) (tag & 7)) {
                    case 0 -> varint();
                    case 1 -> at += Long.BYTES;
                    case 5 -> at += Integer.BYTES;
                    case 2 -> {
                        long length = varint();
                        long end = at + length;
                        if (length < 0 || end > to) {
                            throw new IndexOutOfBoundsException("a field runs past the end");
                        }
                        Message inner = message.field(number);
                        if (inner != null) {
                            message(inner, at, end);
                        } else if (message == Message.NODE && number == OP_TYPE) {
                            operators.add(text(length));
                        } else if (message == Message.ENTRY && number == KEY) {
                            key = text(length);
                        } else if (message == Message.ENTRY && number == VALUE && key.equals("location")) {
                            externalData.add(text(length));
                        }
                        at = end;
                    }
                    default -> throw new IndexOutOfBoundsException("unknown wire type");
                }
            }
        }

        private long varint() {
            long value = 0;
            for (int shift = 0; shift < Long.SIZE; shift += 7) {
                byte next = bytes.get(ValueLayout.JAVA_BYTE, at++);
                value |= (long) (next & 0x7f) << shift;
                if (next >= 0) {
                    return value;
                }
            }
            throw new IndexOutOfBoundsException("a number has no end");
        }

        private String text(long length) {
            return new String(bytes.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
        }
    }
}
