package org.matryoscope.corpus.vectors;

import java.io.EOFException;
import java.io.IOException;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/** The vectors of an array, read block by block. */
final class StreamedVectors implements VectorSource {
    /** Entries of a block of rows that follow one another: 2 MB of floats, which the processor's cache holds until they are used. */
    private static final int BLOCK = 1 << 19;
    /** Entries of a block that is gathered from columns: 16 MB, so that a run of a column is long enough to be read at once. */
    private static final int BLOCK_ACROSS_COLUMNS = 1 << 22;

    private final ArrayFile file;
    private final StoredArray array;
    private final NumberItems numbers;

    /**
     * Takes an array of vectors.
     *
     * @param file the file, which is closed with this
     * @param array one of its arrays
     * @throws Problem if it does not hold vectors
     */
    StreamedVectors(ArrayFile file, StoredArray array) {
        this.file = file;
        this.array = array.asVectors();
        numbers = (NumberItems) array.items();
    }

    @Override
    public int rows() {
        return array.rows();
    }

    @Override
    public int dimension() {
        return array.dimension();
    }

    @Override
    public void read(Progress progress, BlockSink sink) {
        readFirst(rows(), progress, sink);
    }

    /**
     * Reads the first rows.
     *
     * @param wanted how many, 1 … rows
     * @param progress told in rows; cancels
     * @param sink takes the rows
     * @throws Problem if the file proves faulty
     */
    void readFirst(int wanted, Progress progress, BlockSink sink) {
        try (ByteSource bytes = file.bytes(array)) {
            if (array.columnMajor() && !file.jumps()) {
                try (ByteSource copy = Spool.of(array, bytes, progress)) {
                    read(copy, wanted, progress, sink);
                }
            } else {
                read(bytes, wanted, progress, sink);
            }
        } catch (IOException e) {
            throw unreadable(array.place(), e);
        }
    }

    private void read(ByteSource bytes, int wanted, Progress progress, BlockSink sink) throws IOException {
        RowReader reader = array.columnMajor()
                ? new RowsAcrossColumns(array, numbers, bytes)
                : new RowsInOrder(array, numbers, bytes);
        int block = array.columnMajor() ? BLOCK_ACROSS_COLUMNS : BLOCK;
        int most = Math.clamp(block / dimension(), 1, wanted);
        try (ReadAhead ahead = new ReadAhead(reader, wanted, most, dimension())) {
            int count;
            for (int row = 0; row < wanted; row += count) {
                progress.report(row, wanted);
                count = Math.min(most, wanted - row);
                float[] vectors;
                try {
                    vectors = ahead.take();
                } catch (IOException e) {
                    throw unreadable(array.place() + ", from row " + (row + 1L) + " on", e);
                }
                sink.accept(row, count, vectors);
            }
        }
        if (wanted == rows()) {
            bytes.finish();
        }
        progress.report(wanted, wanted);
    }

    /** Returns the problem that an array's bytes could not be read. */
    static Problem unreadable(String place, IOException cause) {
        String what = cause instanceof EOFException
                ? "the file ends before its last number"
                : "the file cannot be read (" + cause.getMessage() + ")";
        return new Problem(place, what, "Copy or export the file again; it may be damaged or be in writing still.",
                cause);
    }

    @Override
    public void close() {
        file.close();
    }
}
