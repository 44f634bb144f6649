package org.matryoscope.corpus.vectors;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

import io.jhdf.api.dataset.ChunkedDataset;

import org.matryoscope.base.Problem;

/** The bytes of an HDF5 dataset that lies in chunks, compressed or not, as if it lay in one piece. Holds one band of rows. */
final class HdfChunks implements ByteSource {
    private static final int MOST_IN_MEMORY = 1 << 29;

    private final StoredArray array;
    private final ChunkedDataset chunks;
    private final long rows;
    private final int rowBytes;
    private final int chunkRows;
    private final int chunkRowBytes;
    private byte[] band = new byte[0];
    private long bandStart = -1;

    /**
     * Prepares a reader.
     *
     * @param array what is in the chunks, with one axis or two
     * @param chunks the chunks
     * @throws Problem if a band of them takes too much memory
     */
    HdfChunks(StoredArray array, ChunkedDataset chunks) {
        this.array = array;
        this.chunks = chunks;
        int[] chunk = chunks.getChunkDimensions();
        int[] shape = chunks.getDimensions();
        int item = array.items().bytes();
        rows = shape[0];
        long width = shape.length > 1 ? (long) shape[1] * item : item;
        long chunkWidth = chunk.length > 1 ? (long) chunk[1] * item : item;
        chunkRows = chunk[0];
        if (chunkRows < 1 || chunkWidth < 1 || width > MOST_IN_MEMORY || chunkRows * width > MOST_IN_MEMORY
                || chunkRows * chunkWidth > MOST_IN_MEMORY) {
            throw new Problem(array.place(),
                    "its chunks of " + chunkRows + " rows take " + chunkRows * width + " bytes of memory together",
                    "Write it again with smaller chunks, for example with h5repack -l CHUNK=100x"
                            + shape[shape.length - 1] + ".");
        }
        rowBytes = (int) width;
        chunkRowBytes = (int) chunkWidth;
    }

    @Override
    public void read(long position, ByteBuffer into) throws IOException {
        long at = position;
        while (into.hasRemaining()) {
            long row = at / rowBytes;
            if (row >= rows) {
                throw new EOFException("ends at byte " + at);
            }
            long start = row / chunkRows * chunkRows;
            if (start != bandStart) {
                load(start);
            }
            int from = Math.toIntExact(at - start * rowBytes);
            long end = Math.min(rows - start, chunkRows) * rowBytes;
            int count = (int) Math.min(into.remaining(), end - from);
            into.put(band, from, count);
            at += count;
        }
    }

    private void load(long start) throws IOException {
        if (band.length == 0) {
            band = new byte[chunkRows * rowBytes];
        }
        int dimensions = chunks.getDimensions().length;
        try {
            for (int first = 0; first < rowBytes; first += chunkRowBytes) {
                int column = first / array.items().bytes();
                byte[] chunk = chunks.getDecompressedChunk(
                        dimensions > 1 ? new int[]{Math.toIntExact(start), column} : new int[]{Math.toIntExact(start)});
                // At the edge, what is beyond the array is in the chunk all the same.
                int width = Math.min(chunkRowBytes, rowBytes - first);
                for (int row = 0; row < chunkRows; row++) {
                    System.arraycopy(chunk, row * chunkRowBytes, band, row * rowBytes + first, width);
                }
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new IOException("the chunk of row " + (start + 1) + ": " + reason, e);
        }
        bandStart = start;
    }

    @Override
    public void close() {
        // The file is closed by whoever opened it.
    }
}
