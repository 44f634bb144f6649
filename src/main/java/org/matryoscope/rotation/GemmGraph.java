package org.matryoscope.rotation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The smallest ONNX model that multiplies two matrices: one Gemm node of float32 inputs "a" and "b". Written by hand as protocol buffers (onnx.proto: ModelProto, GraphProto, NodeProto, ValueInfoProto), a few dozen bytes.
 */
final class GemmGraph {
    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 13;
    private static final int FLOAT = 1;
    private static final int ATTRIBUTE_INT = 2;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private GemmGraph() {
    }

    /**
     * Returns the model's bytes.
     *
     * @param transposeFirst aᵀ in the place of a
     * @param transposeSecond bᵀ in the place of b
     */
    static byte[] bytes(boolean transposeFirst, boolean transposeSecond) {
        GemmGraph node = new GemmGraph().text(1, "a").text(1, "b").text(2, "y").text(4, "Gemm");
        if (transposeFirst) {
            node.part(5, flag("transA"));
        }
        if (transposeSecond) {
            node.part(5, flag("transB"));
        }
        GemmGraph graph = new GemmGraph().part(1, node)
                .text(2, "product")
                .part(11, matrix("a"))
                .part(11, matrix("b"))
                .part(12, matrix("y"));
        return new GemmGraph().number(1, IR_VERSION)
                .part(7, graph)
                .part(8, new GemmGraph().text(1, "").number(2, OPERATOR_SET)).bytes.toByteArray();
    }

    private static GemmGraph flag(String name) {
        return new GemmGraph().text(1, name).number(3, 1).number(20, ATTRIBUTE_INT);
    }

    /** A float matrix of any size. */
    private static GemmGraph matrix(String name) {
        GemmGraph shape = new GemmGraph().part(1, new GemmGraph().text(2, name + "0"))
                .part(1, new GemmGraph().text(2, name + "1"));
        GemmGraph tensor = new GemmGraph().number(1, FLOAT).part(2, shape);
        return new GemmGraph().text(1, name).part(2, new GemmGraph().part(1, tensor));
    }

    private GemmGraph number(int field, int value) {
        varint(field << 3);
        varint(value);
        return this;
    }

    private GemmGraph text(int field, String text) {
        return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    private GemmGraph part(int field, GemmGraph part) {
        return bytes(field, part.bytes.toByteArray());
    }

    private GemmGraph bytes(int field, byte[] content) {
        varint(field << 3 | 2);
        varint(content.length);
        bytes.writeBytes(content);
        return this;
    }

    private void varint(int value) {
        int rest = value;
        while (rest > 0x7f) {
            bytes.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
    }
}
