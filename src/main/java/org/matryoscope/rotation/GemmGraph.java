package org.matryoscope.rotation;

import org.matryoscope.base.ProtoMessage;

/**
 * The smallest ONNX model that multiplies two matrices: one Gemm node of float32 inputs "a" and "b". Written by hand
 * as protocol buffers (onnx.proto: ModelProto, GraphProto, NodeProto, ValueInfoProto), a few dozen bytes.
 */
final class GemmGraph {
    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 13;
    private static final int FLOAT = 1;
    private static final int ATTRIBUTE_INT = 2;

    private GemmGraph() {
    }

    /**
     * Returns the model's bytes.
     *
     * @param transposeFirst aᵀ in the place of a
     * @param transposeSecond bᵀ in the place of b
     */
    static byte[] bytes(boolean transposeFirst, boolean transposeSecond) {
        ProtoMessage node = new ProtoMessage().text(1, "a").text(1, "b").text(2, "y").text(4, "Gemm");
        if (transposeFirst) {
            node.part(5, flag("transA"));
        }
        if (transposeSecond) {
            node.part(5, flag("transB"));
        }
        ProtoMessage graph = new ProtoMessage().part(1, node)
                .text(2, "product")
                .part(11, matrix("a"))
                .part(11, matrix("b"))
                .part(12, matrix("y"));
        return new ProtoMessage().number(1, IR_VERSION)
                .part(7, graph)
                .part(8, new ProtoMessage().text(1, "").number(2, OPERATOR_SET))
                .toBytes();
    }

    private static ProtoMessage flag(String name) {
        return new ProtoMessage().text(1, name).number(3, 1).number(20, ATTRIBUTE_INT);
    }

    /** A float matrix of any size. */
    private static ProtoMessage matrix(String name) {
        ProtoMessage shape = new ProtoMessage().part(1, new ProtoMessage().text(2, name + "0"))
                .part(1, new ProtoMessage().text(2, name + "1"));
        ProtoMessage tensor = new ProtoMessage().number(1, FLOAT).part(2, shape);
        return new ProtoMessage().text(1, name).part(2, new ProtoMessage().part(1, tensor));
    }
}
