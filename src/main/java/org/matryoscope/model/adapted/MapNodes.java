package org.matryoscope.model.adapted;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.ProtoMessage;
import org.matryoscope.model.Pooling;
import org.matryoscope.rotation.Rotation;

/**
 * The end of an ONNX graph that pools, maps and scales to length 1, as fields of a GraphProto (onnx.proto). Only operators
 * and forms that mean the same in every operator set from 11 on.
 */
final class MapNodes {
    /** The name of the output, which sentence-transformers' exports give it too. */
    static final String OUTPUT = "sentence_embedding";
    static final String MASK = "attention_mask";

    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int BOOL = 9;
    private static final int ATTRIBUTE_INT = 2;
    private static final int ATTRIBUTE_INTS = 7;

    private final ProtoMessage graph = new ProtoMessage();
    private final String prefix;
    private final int dimension;
    private int nodes;

    private MapNodes(String prefix, int dimension) {
        this.prefix = prefix;
        this.dimension = dimension;
    }

    /**
     * Returns the fields.
     *
     * @param source the value with the vectors: texts × D, or texts × tokens × D
     * @param pooling how token vectors are pooled; null where they are pooled
     * @param map D × D
     * @param prefix what no name of the graph starts with
     * @param addMask whether the graph has no input attention_mask yet
     */
    static byte[] fields(String source, @Nullable Pooling pooling, Rotation map, String prefix, boolean addMask) {
        MapNodes nodes = new MapNodes(prefix, map.dimension());
        String vectors = nodes.node("Cast", List.of(source), number("to", FLOAT));
        if (pooling != null && addMask) {
            nodes.graph.part(11, value(MASK, INT64, new ProtoMessage(), new ProtoMessage()));
        }
        String pooled = pooling == null ? nodes.asRows(vectors) : nodes.pooled(vectors, pooling);
        nodes.mapAndScale(pooled, map);
        nodes.graph.part(12, value(OUTPUT, FLOAT, new ProtoMessage(), new ProtoMessage().number(1, map.dimension())));
        return nodes.graph.toBytes();
    }

    /** Texts × 1 × D. Means need no division, for the vector is scaled to length 1 after the map. */
    private String pooled(String vectors, Pooling pooling) {
        String mask = node("Cast", List.of(MASK), number("to", FLOAT));
        return switch (pooling) {
            case MEAN, MEAN_SQRT_LEN_TOKENS -> weighted(vectors, mask, mask);
            case WEIGHTEDMEAN -> weighted(vectors, mask, node("Mul", List.of(counted(mask), mask)));
            case MAX -> {
                String turned = turned(masked(vectors, mask, -Float.MAX_VALUE));
                yield turned(node("GlobalMaxPool", List.of(turned)));
            }
            // ArgMax finds the first of equals: the first token, or the one at which all are counted.
            case CLS -> token(vectors, mask);
            case LASTTOKEN -> token(vectors, counted(mask));
        };
    }

    private String weighted(String vectors, String mask, String weights) {
        return node("MatMul", List.of(asRows(weights), masked(vectors, mask, 0)));
    }

    /** Turns texts × n into texts × 1 × n. */
    private String asRows(String table) {
        integers("rows", 0, 1, -1);
        return node("Reshape", List.of(table, named("rows")));
    }

    /** Replaces what stands at padding, which may be no number at all. */
    private String masked(String vectors, String mask, float value) {
        integers("columns", 0, -1, 1);
        floats("filler", new float[]{value});
        String column = node("Reshape", List.of(mask, named("columns")));
        String keep = node("Cast", List.of(column), number("to", BOOL));
        return node("Where", List.of(keep, vectors, named("filler")));
    }

    private String token(String vectors, String largest) {
        integers("cell", 0, 1, 1);
        integers("width", 1, 1, dimension);
        String index = node("ArgMax", List.of(largest), number("axis", 1), number("keepdims", 1));
        String cell = node("Reshape", List.of(index, named("cell")));
        String indices = node("Expand", List.of(cell, named("width")));
        return node("GatherElements", List.of(vectors, indices), number("axis", 1));
    }

    private String counted(String mask) {
        graph.part(5, tensor("axis", INT64, bytes(Long.BYTES).putLong(1)));
        return node("CumSum", List.of(mask, named("axis")));
    }

    private void mapAndScale(String pooled, Rotation map) {
        ByteBuffer weight = bytes(Math.multiplyExact(Math.multiplyExact(dimension, dimension), Float.BYTES));
        for (int column = 0; column < dimension; column++) {
            for (int row = 0; row < dimension; row++) {
                weight.putFloat(map.at(row, column));
            }
        }
        graph.part(5, tensor("map", FLOAT, weight, dimension, dimension));
        floats("least_norm", new float[]{1e-12f});
        integers("table", -1, dimension);
        String mapped = node("MatMul", List.of(pooled, named("map")));
        String squares = node("MatMul", List.of(mapped, turned(mapped)));
        String norm = node("Max", List.of(node("Sqrt", List.of(squares)), named("least_norm")));
        String unit = node("Div", List.of(mapped, norm));
        add("Reshape", List.of(unit, named("table")), OUTPUT);
    }

    private String turned(String matrices) {
        ProtoMessage order = new ProtoMessage().text(1, "perm").number(8, 0).number(8, 2).number(8, 1);
        return node("Transpose", List.of(matrices), order.number(20, ATTRIBUTE_INTS));
    }

    private String named(String name) {
        return prefix + name;
    }

    /** Adds a node and returns the name of its result. */
    private String node(String operator, List<String> inputs, ProtoMessage... attributes) {
        String result = named(operator + nodes++);
        add(operator, inputs, result, attributes);
        return result;
    }

    private void add(String operator, List<String> inputs, String result, ProtoMessage... attributes) {
        ProtoMessage node = new ProtoMessage();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, result).text(3, named(result + "_node")).text(4, operator);
        for (ProtoMessage attribute : attributes) {
            node.part(5, attribute);
        }
        graph.part(1, node);
    }

    private void integers(String name, long... values) {
        ByteBuffer bytes = bytes(values.length * Long.BYTES);
        for (long value : values) {
            bytes.putLong(value);
        }
        graph.part(5, tensor(name, INT64, bytes, values.length));
    }

    private void floats(String name, float[] values) {
        ByteBuffer bytes = bytes(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        graph.part(5, tensor(name, FLOAT, bytes, values.length));
    }

    private ProtoMessage tensor(String name, int type, ByteBuffer values, int... shape) {
        ProtoMessage tensor = new ProtoMessage();
        for (int axis : shape) {
            tensor.number(1, axis);
        }
        byte[] raw = new byte[values.capacity()];
        values.get(0, raw);
        return tensor.number(2, type).text(8, named(name)).bytes(9, raw);
    }

    private static ProtoMessage number(String name, int value) {
        return new ProtoMessage().text(1, name).number(3, value).number(20, ATTRIBUTE_INT);
    }

    private static ProtoMessage value(String name, int type, ProtoMessage... axes) {
        ProtoMessage shape = new ProtoMessage();
        for (ProtoMessage axis : axes) {
            shape.part(1, axis);
        }
        ProtoMessage tensor = new ProtoMessage().number(1, type).part(2, shape);
        return new ProtoMessage().text(1, name).part(2, new ProtoMessage().part(1, tensor));
    }

    private static ByteBuffer bytes(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
