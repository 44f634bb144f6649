package org.matryoscope.vector;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The first {@value #BYTES} bytes of a store file: magic, version, byte order, format, N, D, length and checksum of the trailer,
 * and a checksum of all this; the rest is zero, so that columns begin on a page. All numbers stand in the byte order of the
 * machine that wrote them, which is also that of the columns.
 *
 * @param layout where entries stand
 * @param trailerBytes length of the trailer, which ends the file
 * @param trailerChecksum its CRC-32
 */
record StoreHeader(ColumnLayout layout, int trailerBytes, int trailerChecksum) {
    /** Length of the header, a page. */
    static final int BYTES = 4096;
    /** Length of what is not zero in it. */
    static final int WRITTEN = 40;

    private static final byte[] MAGIC = {'M', 'T', 'R', 'Y', 'V', 'E', 'C', 'S'};
    private static final int VERSION = 2;
    private static final int BYTE_ORDER_MARK = 0x01020304;

    /** What makes a file no store file of this machine. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String what;

        Unreadable(String what) {
            super(what);
            this.what = what;
        }

        String what() {
            return what;
        }
    }

    static StoreHeader of(ColumnLayout layout, byte[] trailer) {
        return new StoreHeader(layout, trailer.length, checksum(trailer, trailer.length));
    }

    static int checksum(byte[] bytes, int count) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, count);
        return (int) crc.getValue();
    }

    /** Returns how long the file must be. */
    long fileBytes() {
        return BYTES + layout.bytes() + trailerBytes;
    }

    ByteBuffer toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(BYTES).order(ByteOrder.nativeOrder());
        buffer.put(MAGIC).putInt(BYTE_ORDER_MARK).putInt(VERSION).putInt(layout.format().bits());
        buffer.putInt(layout.rows()).putInt(layout.dimension()).putInt(trailerBytes).putInt(trailerChecksum);
        buffer.putInt(checksum(buffer.array(), buffer.position()));
        return buffer.clear();
    }

    /**
     * Reads a header.
     *
     * @param bytes the first {@value #WRITTEN} bytes of a file
     * @throws Unreadable if they are not a header, or a damaged one
     */
    static StoreHeader of(byte[] bytes) throws Unreadable {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        byte[] magic = new byte[MAGIC.length];
        buffer.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new Unreadable("this is not a file of vectors that this app wrote");
        }
        if (buffer.getInt() != BYTE_ORDER_MARK) {
            throw new Unreadable("it was written on a machine with another byte order");
        }
        int version = buffer.getInt();
        if (version != VERSION) {
            throw new Unreadable("it has version " + version + ", expected " + VERSION);
        }
        int bits = buffer.getInt();
        Optional<NumberFormat> format = Stream.of(NumberFormat.values()).filter(f -> f.bits() == bits).findFirst();
        int rows = buffer.getInt();
        int dimension = buffer.getInt();
        int trailerBytes = buffer.getInt();
        int trailerChecksum = buffer.getInt();
        int end = buffer.position();
        boolean sound = buffer.getInt() == checksum(bytes, end) && rows > 0 && dimension > 0 && trailerBytes >= 0;
        if (!sound || format.isEmpty()) {
            throw new Unreadable("its header is damaged");
        }
        return new StoreHeader(new ColumnLayout(rows, dimension, format.get()), trailerBytes, trailerChecksum);
    }
}
