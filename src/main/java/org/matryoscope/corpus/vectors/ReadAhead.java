package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.matryoscope.base.Waiting;

/** Reads the rows after those in use in a thread of its own, so that neither disk nor processor waits for the other. */
final class ReadAhead implements AutoCloseable {
    private static final int BLOCKS = 2;

    private final RowReader reader;
    private final int rows;
    private final int most;
    private final float[][] blocks;
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("read-ahead").factory());
    private Future<float[]> coming;
    private int next;

    /**
     * Begins to read.
     *
     * @param reader the rows, which nobody else reads until this is closed
     * @param rows how many to read in all, 1 or more
     * @param most how many to hand on at once
     * @param dimension entries of a row
     */
    ReadAhead(RowReader reader, int rows, int most, int dimension) {
        this.reader = reader;
        this.rows = rows;
        this.most = most;
        blocks = new float[Math.min(BLOCKS, Math.ceilDiv(rows, most))][most * dimension];
        coming = thread.submit(read());
    }

    private Callable<float[]> read() {
        int first = next * most;
        float[] block = blocks[next % blocks.length];
        next++;
        return () -> {
            reader.read(first, Math.min(most, rows - first), block);
            return block;
        };
    }

    /**
     * Waits for the next rows and begins to read those after them.
     *
     * @return the rows, valid until the next call
     * @throws IOException if they could not be read
     * @throws org.matryoscope.base.Problem if they are faulty
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    float[] take() throws IOException {
        float[] block = arrived();
        if (next * (long) most < rows) {
            coming = thread.submit(read());
        }
        return block;
    }

    private float[] arrived() throws IOException {
        try {
            return Waiting.forResult(coming);
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw e;
        }
    }

    /** Waits for what is being read; after that nobody uses the reader any more. */
    @Override
    public void close() {
        thread.close();
    }
}
