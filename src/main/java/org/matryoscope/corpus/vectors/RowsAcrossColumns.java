package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/** Reads an array whose columns follow one another (Fortran order): a stretch of every column for each block of rows. */
final class RowsAcrossColumns implements RowReader {
    /** Columns turned into rows at once: as many floats as a cache line holds. */
    private static final int TILE = 16;

    private final StoredArray array;
    private final NumberItems numbers;
    private final ByteSource bytes;
    private final int dimension;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(0);
    private float[] tile = new float[0];

    /**
     * Prepares a reader.
     *
     * @param array vectors
     * @param numbers their type
     * @param bytes where they stand; any place of them can be read
     */
    RowsAcrossColumns(StoredArray array, NumberItems numbers, ByteSource bytes) {
        this.array = array;
        this.numbers = numbers;
        this.bytes = bytes;
        dimension = array.dimension();
    }

    @Override
    public void read(int firstRow, int count, float[] rowMajor) throws IOException {
        int size = numbers.bytes();
        if (tile.length < count * Math.min(TILE, dimension)) {
            tile = new float[count * Math.min(TILE, dimension)];
            buffer = ByteBuffer.allocateDirect(count * size);
        }
        MemorySegment segment = MemorySegment.ofBuffer(buffer.clear());
        for (int first = 0; first < dimension; first += TILE) {
            int columns = Math.min(TILE, dimension - first);
            for (int column = 0; column < columns; column++) {
                long item = (long) (first + column) * array.rows() + firstRow;
                bytes.read(array.offset() + item * size, buffer.clear().limit(count * size));
                if (item == 0) {
                    ByteOrderCheck.check(array.place(), numbers, segment, count);
                }
                numbers.type().toFloats(segment, 0, numbers.order(), tile, column * count, count);
            }
            turn(count, first, columns, rowMajor);
        }
    }

    private void turn(int count, int first, int columns, float[] rowMajor) {
        for (int row = 0; row < count; row++) {
            int to = row * dimension + first;
            for (int column = 0; column < columns; column++) {
                rowMajor[to + column] = tile[column * count + row];
            }
        }
    }
}
