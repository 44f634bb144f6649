package org.matryoscope.vector;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.matryoscope.base.Progress;

/** Writes a store's columns in another number format, one after the other, through a small buffer. */
final class FormatCopy {
    private static final int CHUNK = 1 << 16;
    private static final int GREATEST_CODE = 127;

    private final VectorStore source;
    private final ColumnLayout layout;
    private final ColumnOutput output;
    private final int chunk;
    private final float[] scales;
    private final float[] values;
    private final byte[] codes;
    private final short[] halves;
    private final ByteBuffer bytes;

    /** Prepares a copy of {@code source} to {@code output}, which is laid out in the format wanted. */
    FormatCopy(VectorStore source, ColumnLayout layout, ColumnOutput output) {
        this.source = source;
        this.layout = layout;
        this.output = output;
        chunk = Math.min(CHUNK, layout.contiguous(0));
        scales = new float[layout.format() == NumberFormat.INT8 ? layout.dimension() : 0];
        values = new float[chunk];
        codes = new byte[chunk];
        halves = new short[chunk];
        bytes = ByteBuffer.allocateDirect(chunk * Float.BYTES + Long.BYTES).order(ByteOrder.nativeOrder());
    }

    /**
     * Copies.
     *
     * @param progress told of the columns done; cancels
     * @return for int8, the scale of each column; else nothing
     */
    float[] run(Progress progress) {
        for (int column = 0; column < layout.dimension(); column++) {
            if (layout.format() == NumberFormat.INT8) {
                scales[column] = scale(column);
            }
            for (int from = 0; from < layout.rows(); from += chunk) {
                progress.report(column, layout.dimension());
                int count = read(column, from);
                encode(column, count);
                output.write(layout.offset(column, from), MemorySegment.ofBuffer(bytes.flip()));
            }
        }
        progress.report(layout.dimension(), layout.dimension());
        return scales;
    }

    private int read(int column, int from) {
        int count = Math.min(chunk, layout.rows() - from);
        source.copyColumn(column, from, values, count);
        return count;
    }

    private float scale(int column) {
        float greatest = 0;
        for (int from = 0; from < layout.rows(); from += chunk) {
            greatest = Math.max(greatest, Decoding.greatest(values, read(column, from)));
        }
        float scale = greatest / GREATEST_CODE;
        return scale < Float.MIN_NORMAL ? 0 : scale;
    }

    private void encode(int column, int count) {
        bytes.clear();
        switch (layout.format()) {
            case FLOAT32 -> {
                bytes.asFloatBuffer().put(values, 0, count);
                bytes.position(count * Float.BYTES);
            }
            case FLOAT16 -> {
                Decoding.toHalves(values, halves, count);
                bytes.asShortBuffer().put(halves, 0, count);
                bytes.position(count * Short.BYTES);
            }
            case INT8 -> {
                if (scales[column] == 0) {
                    Arrays.fill(codes, 0, count, (byte) 0);
                } else {
                    Decoding.toBytes(values, scales[column], codes, count);
                }
                bytes.put(codes, 0, count);
            }
            case BINARY -> {
                for (int i = 0; i < count; i += Long.SIZE) {
                    bytes.putLong(Decoding.signs(values, i, Math.min(count, i + Long.SIZE)));
                }
            }
        }
    }
}
