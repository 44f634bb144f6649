package org.matryoscope.vector;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands behind the columns of a store file, in network byte order.
 *
 * @param scales for int8, one a column; else empty
 * @param excluded rows left out, ascending
 */
record StoreTrailer(float[] scales, List<ExcludedRow> excluded) {
    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(scales.length);
            for (float scale : scales) {
                out.writeFloat(scale);
            }
            out.writeInt(excluded.size());
            for (ExcludedRow row : excluded) {
                out.writeInt(row.row());
                out.writeUTF(row.reason());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a trailer whose checksum was found right.
     *
     * @throws IOException if it ends early
     */
    static StoreTrailer of(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            float[] scales = new float[in.readInt()];
            for (int i = 0; i < scales.length; i++) {
                scales[i] = in.readFloat();
            }
            int count = in.readInt();
            List<ExcludedRow> excluded = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                excluded.add(new ExcludedRow(in.readInt(), in.readUTF()));
            }
            return new StoreTrailer(scales, excluded);
        }
    }
}
