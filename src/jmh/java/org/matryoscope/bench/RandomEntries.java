package org.matryoscope.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;

/** Random vectors, the same each time: two entries from each random number, so that making them does not take longest. */
final class RandomEntries {
    private static final int ROWS_AT_ONCE = 64;

    private final SplittableRandom random = new SplittableRandom(1);

    /** Fills an array. */
    void fill(float[] target) {
        for (int i = 0; i < target.length; i += 2) {
            long bits = random.nextLong();
            target[i] = (int) bits;
            if (i + 1 < target.length) {
                target[i + 1] = (int) (bits >> 32);
            }
        }
    }

    /** Writes rows as numpy.save does, and waits until they are on the disk. */
    void writeNpy(Path file, int rows, int dimension) throws IOException {
        float[] some = new float[ROWS_AT_ONCE * dimension];
        ByteBuffer bytes = ByteBuffer.allocateDirect(some.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            out.write(header(rows, dimension));
            for (int row = 0; row < rows; row += ROWS_AT_ONCE) {
                fill(some);
                bytes.clear().asFloatBuffer().put(some);
                bytes.limit(Math.min(ROWS_AT_ONCE, rows - row) * dimension * Float.BYTES);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
    }

    private static ByteBuffer header(int rows, int dimension) {
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }\n".formatted(rows, dimension);
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(10 + ascii.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[]{(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) ascii.length)
                .put(ascii)
                .flip();
    }
}
