package org.matryoscope.model.adapted;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Progress;
import org.matryoscope.base.ProtoCursor;
import org.matryoscope.base.ProtoMessage;
import org.matryoscope.model.Pooling;
import org.matryoscope.rotation.Rotation;

/**
 * An ONNX file whose graph goes on after its output: the base's fields as they are written, weights unread, the new nodes behind
 * them, and their result as the one output. A reader that took the base's outputs would get vectors without the map, so
 * these are no outputs any more.
 */
final class MappedGraph {
    private static final int GRAPH = 7;
    private static final int NODE = 1;
    private static final int INITIALIZER = 5;
    private static final int INPUT = 11;
    private static final int OUTPUT = 12;
    private static final int VALUE = 13;
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;

    private final List<MemorySegment> model = new ArrayList<>();
    private final List<MemorySegment> graph = new ArrayList<>();
    private final Set<String> inputs = new HashSet<>();
    private final String prefix;

    private MappedGraph(MemorySegment bytes) {
        prefix = freePrefix(bytes);
        ProtoCursor field = new ProtoCursor(bytes);
        while (field.next()) {
            if (field.partNumber() == GRAPH) {
                addGraph(field.inside());
            } else {
                model.add(field.written());
            }
        }
    }

    /**
     * Writes a file.
     *
     * @param from the base's file
     * @param output the base's output that is read
     * @param pooling how it is pooled; null where it is pooled
     * @param map D × D
     * @param to the new file
     * @param progress asked whether to go on
     * @throws IOException if a file cannot be read or written
     */
    static void write(Path from, String output, @Nullable Pooling pooling, Rotation map, Path to, Progress progress)
            throws IOException {
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
                Arena arena = Arena.ofConfined()) {
            MappedGraph base = new MappedGraph(in.map(FileChannel.MapMode.READ_ONLY, 0, in.size(), arena));
            byte[] end = MapNodes.fields(base.renamed(output), pooling, map, base.prefix,
                    !base.inputs.contains(MapNodes.MASK));
            base.graph.add(MemorySegment.ofArray(end));
            long length = base.graph.stream().mapToLong(MemorySegment::byteSize).sum();
            base.model.add(MemorySegment.ofArray(new ProtoMessage().start(GRAPH, length).toBytes()));
            base.model.addAll(base.graph);
            for (MemorySegment part : base.model) {
                progress.report(0, 0);
                ByteBuffer bytes = part.asByteBuffer();
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
        }
    }

    private void addGraph(ProtoCursor field) {
        while (field.next()) {
            switch (field.partNumber()) {
                case OUTPUT -> {
                    // Replaced by the new one.
                }
                case NODE -> graph.add(node(field));
                case VALUE -> {
                    if (!name(field.inside(), 1).equals(MapNodes.OUTPUT)) {
                        graph.add(field.written());
                    }
                }
                default -> {
                    if (field.partNumber() == INPUT) {
                        inputs.add(name(field.inside(), 1));
                    }
                    graph.add(field.written());
                }
            }
        }
    }

    /** Returns a node as it is, or with another name for what had the name that the new output gets. */
    private MemorySegment node(ProtoCursor node) {
        ProtoMessage renamed = new ProtoMessage();
        boolean touched = false;
        ProtoCursor field = node.inside();
        while (field.next()) {
            int number = field.partNumber();
            if ((number == NODE_INPUT || number == NODE_OUTPUT) && field.text().equals(MapNodes.OUTPUT)) {
                renamed.text(number, renamed(MapNodes.OUTPUT));
                touched = true;
            } else {
                renamed.fields(field.written().toArray(ValueLayout.JAVA_BYTE));
            }
        }
        return touched ? MemorySegment.ofArray(new ProtoMessage().part(NODE, renamed).toBytes()) : node.written();
    }

    private String renamed(String value) {
        return value.equals(MapNodes.OUTPUT) ? prefix + "base" : value;
    }

    /** A base may have been given a map before. */
    private static String freePrefix(MemorySegment bytes) {
        Set<String> names = new HashSet<>();
        ProtoCursor field = new ProtoCursor(bytes);
        while (field.next()) {
            if (field.partNumber() == GRAPH) {
                ProtoCursor part = field.inside();
                while (part.next()) {
                    switch (part.partNumber()) {
                        case NODE -> names.add(name(part.inside(), NODE_OUTPUT));
                        case INITIALIZER -> names.add(name(part.inside(), 8));
                        default -> {
                            // Names of other things cannot collide with those of values.
                        }
                    }
                }
            }
        }
        int number = 0;
        while (starts(names, "adapted" + number + "/")) {
            number++;
        }
        return "adapted" + number + "/";
    }

    private static boolean starts(Set<String> names, String prefix) {
        return names.stream().anyMatch(name -> name.startsWith(prefix));
    }

    private static String name(ProtoCursor field, int number) {
        while (field.next()) {
            if (field.partNumber() == number) {
                return field.text();
            }
        }
        return "";
    }
}
