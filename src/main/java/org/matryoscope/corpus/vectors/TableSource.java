package org.matryoscope.corpus.vectors;

import java.util.Arrays;
import java.util.BitSet;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/** The vectors of a table, read row by row and passed on in blocks. */
final class TableSource implements VectorSource {
    /** Entries of a block: 16 MB of floats. */
    private static final int BLOCK = 1 << 22;
    private static final int REPORTED_ROWS = 64;

    private final TableRows table;
    private final String field;
    private final int rows;
    private final int dimension;
    private final BitSet missing = new BitSet();

    /**
     * Takes the vectors of a field.
     *
     * @param table the file
     * @param field the field
     * @param rows how many rows were counted
     * @param dimension how many numbers each was seen to have
     */
    TableSource(TableRows table, String field, int rows, int dimension) {
        this.table = table;
        this.field = field;
        this.rows = rows;
        this.dimension = dimension;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public void read(Progress progress, BlockSink sink) {
        Block block = new Block(Math.clamp(BLOCK / dimension, 1, rows));
        table.forEach(Wanted.values(field), Progress.NONE, row -> {
            int number = block.first + block.count;
            if (number % REPORTED_ROWS == 0) {
                progress.report(number, rows);
            }
            Numbers vector = row.vector(field);
            if (number == rows || (vector != null && vector.length() != dimension)) {
                throw changed();
            }
            if (vector == null) {
                missing.set(number);
            }
            block.add(vector, sink);
            return true;
        });
        block.flush(sink);
        if (block.first != rows) {
            throw changed();
        }
        progress.report(rows, rows);
    }

    @Override
    public BitSet withoutVector() {
        return missing;
    }

    private Problem changed() {
        return new Problem(table.file().toString(), "the file has changed while it was read",
                "Wait until it is written, then open it again.");
    }

    @Override
    public void close() {
        // Each pass opens and closes the file itself.
    }

    private final class Block {
        private final int capacity;
        private final float[] rowMajor;
        private int first;
        private int count;

        Block(int capacity) {
            this.capacity = capacity;
            rowMajor = new float[capacity * dimension];
        }

        void add(@Nullable Numbers vector, BlockSink sink) {
            if (vector == null) {
                Arrays.fill(rowMajor, count * dimension, (count + 1) * dimension, Float.NaN);
            } else {
                System.arraycopy(vector.values(), 0, rowMajor, count * dimension, dimension);
            }
            count++;
            if (count == capacity) {
                flush(sink);
            }
        }

        void flush(BlockSink sink) {
            if (count > 0) {
                sink.accept(first, count, rowMajor);
                first += count;
                count = 0;
            }
        }
    }
}
