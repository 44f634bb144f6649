package org.matryoscope.vector;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.matryoscope.base.Waiting;

/**
 * Rows on their way into columns, in two stages: one is filled on all cores while the other is written out in a thread of its
 * own. One thread, since a file takes one writer at a time: more would wait for one another and lose time with it.
 */
final class RowStages implements AutoCloseable {
    private final ColumnOutput output;
    private final RowStage[] stages;
    private final ExecutorService writer = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("write-columns").factory());
    private Future<?> writing = CompletableFuture.completedFuture(null);
    private int filled;

    /**
     * Prepares stages.
     *
     * @param layout float32 columns
     * @param output where they go
     */
    RowStages(ColumnLayout layout, ColumnOutput output) {
        this.output = output;
        RowStage first = new RowStage(layout);
        stages = first.room() < layout.rows() ? new RowStage[]{first, new RowStage(layout)} : new RowStage[]{first};
    }

    /**
     * Takes rows.
     *
     * @param rows their indices
     * @param vectors row-major
     * @param count how many
     * @throws org.matryoscope.base.Problem if earlier rows could not be written
     */
    void add(int[] rows, float[] vectors, int count) {
        for (int at = 0; at < count;) {
            RowStage stage = stages[filled];
            int some = Math.min(count - at, stage.room());
            stage.add(rows, vectors, at, some);
            at += some;
            if (stage.room() == 0) {
                writeOut();
            }
        }
    }

    private void writeOut() {
        Waiting.forResult(writing);
        RowStage full = stages[filled];
        writing = writer.submit(() -> full.flush(output));
        filled = (filled + 1) % stages.length;
        if (stages.length == 1) {
            Waiting.forResult(writing);
        }
    }

    /**
     * Writes out what is left, and is closed.
     *
     * @return the rows found to have no direction, ascending
     * @throws org.matryoscope.base.Problem if rows could not be written
     */
    List<ExcludedRow> finish() {
        writeOut();
        Waiting.forResult(writing);
        close();
        return Arrays.stream(stages)
                .flatMap(stage -> stage.excluded().stream())
                .sorted(Comparator.comparingInt(ExcludedRow::row))
                .toList();
    }

    /** Waits for what is being written; nothing is written after that. */
    @Override
    public void close() {
        writer.close();
    }
}
