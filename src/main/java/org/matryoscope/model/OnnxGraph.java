package org.matryoscope.model;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;
import org.matryoscope.base.ProtoCursor;

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
            Walk walk = new Walk();
            walk.message(Message.MODEL,
                    new ProtoCursor(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena)));
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

        private final Set<String> operators = new TreeSet<>();
        private final Set<String> externalData = new TreeSet<>();

        void message(Message message, ProtoCursor field) {
            String key = "";
            while (field.next()) {
                int number = field.partNumber();
                Message inner = message.field(number);
                if (inner != null) {
                    message(inner, field.inside());
                } else if (message == Message.NODE && number == OP_TYPE) {
                    operators.add(field.text());
                } else if (message == Message.ENTRY && number == KEY) {
                    key = field.text();
                } else if (message == Message.ENTRY && number == VALUE && key.equals("location")) {
                    externalData.add(field.text());
                }
            }
        }
    }
}
