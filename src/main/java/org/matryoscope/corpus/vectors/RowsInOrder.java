package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.matryoscope.base.Problem;

/** Reads an array whose rows follow one another (C order). */
final class RowsInOrder implements RowReader {
    /** Small enough for the bytes to be in the processor's cache still when they are converted. */
    private static final int CHUNK = 1 << 18;
    private static final ValueLayout.OfInt PREFIX = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final StoredArray array;
    private final NumberItems numbers;
    private final ByteSource bytes;
    private final int dimension;
    private final ByteBuffer buffer;
    private final MemorySegment segment;

    /**
     * Prepares a reader.
     *
     * @param array vectors
     * @param numbers their type
     * @param bytes where they stand
     */
    RowsInOrder(StoredArray array, NumberItems numbers, ByteSource bytes) {
        this.array = array;
        this.numbers = numbers;
        this.bytes = bytes;
        dimension = array.dimension();
        long rows = Math.clamp(CHUNK / array.rowBytes(), 1, array.rows());
        buffer = ByteBuffer.allocateDirect((int) (rows * array.rowBytes()));
        segment = MemorySegment.ofBuffer(buffer);
    }

    @Override
    public void read(int firstRow, int count, float[] rowMajor) throws IOException {
        long rowBytes = array.rowBytes();
        int atOnce = (int) (buffer.capacity() / rowBytes);
        for (int done = 0; done < count; done += atOnce) {
            int rows = Math.min(atOnce, count - done);
            bytes.read(array.offset() + (firstRow + (long) done) * rowBytes,
                    buffer.clear().limit((int) (rows * rowBytes)));
            if (array.rowPrefix() == 0) {
                if (firstRow + done == 0) {
                    ByteOrderCheck.check(array.place(), numbers, segment, rows * dimension);
                }
                numbers.type().toFloats(segment, 0, numbers.order(), rowMajor, done * dimension, rows * dimension);
            } else {
                prefixed(firstRow + done, rows, rowMajor, done * dimension);
            }
        }
    }

    private void prefixed(int firstRow, int rows, float[] to, int at) {
        for (int row = 0; row < rows; row++) {
            long offset = row * array.rowBytes();
            int length = segment.get(PREFIX, offset);
            if (length != dimension) {
                throw new Problem(array.place() + ", row " + (firstRow + row + 1L),
                        "the row says that it has " + length + " entries, but the first one has " + dimension,
                        "Write the file again with vectors of one length; it may also be damaged.");
            }
            numbers.type()
                    .toFloats(segment, offset + array.rowPrefix(), numbers.order(), to, at + row * dimension,
                            dimension);
        }
    }
}
