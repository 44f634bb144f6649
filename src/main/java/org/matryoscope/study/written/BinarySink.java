package org.matryoscope.study.written;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.matryoscope.corpus.Document;
import org.matryoscope.vector.NumberFormat;

/** Writes the binary kinds: a header, if any, and the rows, each behind a prefix of its own, if any. */
final class BinarySink implements RowSink {
    private static final byte[] NPY_MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    /** numpy has the data begin at a multiple of it. */
    private static final int NPY_ALIGNMENT = 64;

    private final OutputStream out;
    private final NumberFormat format;
    private final ByteBuffer row;
    private final int before;

    private BinarySink(OutputStream out, NumberFormat format, int d, int before) {
        this.out = out;
        this.format = format;
        this.before = before;
        row = ByteBuffer.allocate(before + RowCode.bytes(format, d)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Starts an array of numpy's, rows × d, or rows × ⌈d / 8⌉ bytes for signs. */
    static BinarySink npy(OutputStream out, NumberFormat format, int rows, int d) throws IOException {
        String type = switch (format) {
            case FLOAT32 -> "<f4";
            case FLOAT16 -> "<f2";
            case INT8 -> "|i1";
            case BINARY -> "|u1";
        };
        int width = format == NumberFormat.BINARY ? RowCode.bytes(format, d) : d;
        String header = "{'descr': '%s', 'fortran_order': False, 'shape': (%d, %d), }".formatted(type, rows, width);
        int length = NPY_MAGIC.length + Short.BYTES;
        String padded = header + " ".repeat(NPY_ALIGNMENT - 1 - (length + header.length()) % NPY_ALIGNMENT) + "\n";
        out.write(NPY_MAGIC);
        out.write(padded.length() & 0xff);
        out.write(padded.length() >> Byte.SIZE);
        out.write(padded.getBytes(StandardCharsets.US_ASCII));
        return new BinarySink(out, format, d, 0);
    }

    /** Starts a file with one tensor. */
    static BinarySink safetensors(OutputStream out, NumberFormat format, int rows, int d) throws IOException {
        ObjectNode header = new JsonMapper().createObjectNode();
        header.putObject("__metadata__").put("dimension", Integer.toString(d)).put("format", format.label());
        ObjectNode tensor = header.putObject("vectors");
        tensor.put("dtype", switch (format) {
            case FLOAT32 -> "F32";
            case FLOAT16 -> "F16";
            case INT8 -> "I8";
            case BINARY -> "U8";
        });
        int width = format == NumberFormat.BINARY ? RowCode.bytes(format, d) : d;
        tensor.putArray("shape").add(rows).add(width);
        tensor.putArray("data_offsets").add(0).add((long) rows * RowCode.bytes(format, d));
        byte[] text = new JsonMapper().writeValueAsBytes(header);
        out.write(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).array());
        out.write(text);
        return new BinarySink(out, format, d, 0);
    }

    /** Starts a file of vectors behind their length. */
    static BinarySink fvecs(OutputStream out, int d) {
        BinarySink sink = new BinarySink(out, NumberFormat.FLOAT32, d, Integer.BYTES);
        sink.row.putInt(0, d);
        return sink;
    }

    @Override
    public void put(Document document, float[] vector) throws IOException {
        row.position(before);
        RowCode.put(format, vector, row);
        out.write(row.array());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
