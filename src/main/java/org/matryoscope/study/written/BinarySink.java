package org.matryoscope.study.written;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.matryoscope.corpus.Document;
import org.matryoscope.vector.NumberFormat;

/** Writes the binary kinds: a header, if any, and the rows, each behind a prefix of its own, if any. */
final class BinarySink implements RowSink {
    /** safetensors has the data begin at a multiple of it. */
    private static final int SAFETENSORS_ALIGNMENT = 8;

    private final OutputStream out;
    private final NumberFormat format;
    private final ByteBuffer row;
    private final int before;
    /** Those of the rows, which end the file; empty where it holds none. */
    private final float[] scales;
    private int rows;

    private BinarySink(OutputStream out, NumberFormat format, int d, int before, int scaled) {
        this.out = out;
        this.format = format;
        this.before = before;
        scales = new float[scaled];
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
        NpyHeader.write(out, type, rows, RowCode.width(format, d));
        return new BinarySink(out, format, d, 0, 0);
    }

    /** Starts a file with a tensor "vectors", rows × d, or rows × ⌈d / 8⌉ for signs, and for int8 a second, "scale", of rows. */
    static BinarySink safetensors(OutputStream out, NumberFormat format, int rows, int d) throws IOException {
        ObjectNode header = new JsonMapper().createObjectNode();
        header.putObject("__metadata__").put("dimension", Integer.toString(d)).put("format", format.label());
        long end = (long) rows * RowCode.bytes(format, d);
        tensor(header, "vectors", switch (format) {
            case FLOAT32 -> "F32";
            case FLOAT16 -> "F16";
            case INT8 -> "I8";
            case BINARY -> "U8";
        }, 0, end).add(rows).add(RowCode.width(format, d));
        int scaled = format == NumberFormat.INT8 ? rows : 0;
        if (scaled > 0) {
            tensor(header, FieldNames.SCALE, "F32", end, end + (long) rows * Float.BYTES).add(rows);
        }
        String text = new JsonMapper().writeValueAsString(header);
        String padded = text + " ".repeat(-text.length() & (SAFETENSORS_ALIGNMENT - 1));
        out.write(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(padded.length()).array());
        out.write(padded.getBytes(StandardCharsets.US_ASCII));
        return new BinarySink(out, format, d, 0, scaled);
    }

    /** Adds a tensor and returns its shape, which is yet empty. */
    private static ArrayNode tensor(ObjectNode header, String name, String type, long from, long to) {
        ObjectNode tensor = header.putObject(name).put("dtype", type);
        ArrayNode shape = tensor.putArray("shape");
        tensor.putArray("data_offsets").add(from).add(to);
        return shape;
    }

    /** Starts a file of vectors behind their length. */
    static BinarySink fvecs(OutputStream out, int d) {
        BinarySink sink = new BinarySink(out, NumberFormat.FLOAT32, d, Integer.BYTES, 0);
        sink.row.putInt(0, d);
        return sink;
    }

    @Override
    public void put(Document document, float[] vector) throws IOException {
        row.position(before);
        RowCode.put(format, vector, row);
        out.write(row.array());
        if (scales.length > 0) {
            scales[rows] = RowCode.scale(vector);
        }
        rows++;
    }

    @Override
    public void finish() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float scale : scales) {
            out.write(bytes.putFloat(0, scale).array());
        }
    }
}
