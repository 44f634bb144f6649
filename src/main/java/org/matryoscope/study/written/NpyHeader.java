package org.matryoscope.study.written;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The header of numpy's array files, version 1.0. */
final class NpyHeader {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    /** numpy has the data begin at a multiple of it. */
    private static final int ALIGNMENT = 64;

    private NpyHeader() {
    }

    /**
     * Writes it.
     *
     * @param out takes it
     * @param type of the entries, as numpy writes it: "&lt;f4"
     * @param rows how many rows follow, in C order
     * @param columns of how many entries each
     * @throws IOException if it cannot be written
     */
    static void write(OutputStream out, String type, int rows, int columns) throws IOException {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
        int length = MAGIC.length + Short.BYTES;
        String padded = header + " ".repeat(ALIGNMENT - 1 - (length + header.length()) % ALIGNMENT) + "\n";
        out.write(MAGIC);
        out.write(padded.length() & 0xff);
        out.write(padded.length() >> Byte.SIZE);
        out.write(padded.getBytes(StandardCharsets.US_ASCII));
    }
}
