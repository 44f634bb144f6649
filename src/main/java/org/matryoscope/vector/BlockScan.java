package org.matryoscope.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Progress;

/**
 * Splits rows into blocks that fit the first-level cache and hands them to the calling thread and, where there are enough,
 * to idle threads of the common pool. Never waits for a busy pool: late helpers find no blocks left.
 */
final class BlockScan {
    /** Rows a block: a few arrays of that length stay in the first-level cache. */
    static final int BLOCK = 1024;
    private static final int BLOCKS_PER_WORKER = 16;
    /** Neighbouring blocks taken at once: the memory's own look-ahead follows a thread that reads on where it was. */
    private static final int MOST_BLOCKS_AT_ONCE = 32;
    /** Turns of each thread, at least where there are blocks for it: so that none ends long before the others. */
    private static final int TURNS = 8;

    private BlockScan() {
    }

    /** What one thread does with its blocks; it keeps its own scratch arrays and partial results. */
    interface Worker {
        /** Processes rows {@code from} … {@code to − 1}; blocks reach a worker in ascending order. */
        void block(int from, int to);
    }

    /**
     * Processes all rows.
     *
     * @return the workers that took part, for merging their partial results
     * @throws java.util.concurrent.CancellationException as soon as {@code progress} throws it
     */
    static <W extends Worker> List<W> run(int rows, Supplier<W> newWorker, Progress progress) {
        int helpers = Math.min(ForkJoinPool.getCommonPoolParallelism(),
                Math.ceilDiv(rows, BLOCK) / BLOCKS_PER_WORKER - 1);
        Run<W> run = new Run<>(rows, helpers + 1);
        List<W> workers = new ArrayList<>();
        for (int i = 0; i < helpers; i++) {
            W worker = newWorker.get();
            workers.add(worker);
            ForkJoinPool.commonPool().execute(() -> run.help(worker));
        }
        W own = newWorker.get();
        workers.add(own);
        run.lead(own, progress);
        return workers;
    }

    private static final class Run<W extends Worker> {
        private final int rows;
        private final int blocks;
        private final int atOnce;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final Phaser active = new Phaser(1);

        Run(int rows, int workers) {
            this.rows = rows;
            blocks = Math.ceilDiv(rows, BLOCK);
            atOnce = Math.clamp(blocks / (Math.max(1, workers) * TURNS), 1, MOST_BLOCKS_AT_ONCE);
        }

        void help(W worker) {
            active.register();
            try {
                drain(worker, Progress.NONE);
            } catch (RuntimeException | Error e) {
                failure.set(e);
            } finally {
                active.arriveAndDeregister();
            }
        }

        void lead(W worker, Progress progress) {
            try {
                drain(worker, progress);
            } finally {
                active.arriveAndAwaitAdvance();
            }
            switch (failure.get()) {
                case RuntimeException failed -> throw failed;
                case Error failed -> throw failed;
                case null, default -> progress.report(rows, rows);
            }
        }

        private void drain(W worker, Progress progress) {
            boolean finished = false;
            try {
                for (int first = next.getAndAdd(atOnce); first < blocks; first = next.getAndAdd(atOnce)) {
                    process(first, Math.min(blocks, first + atOnce), worker, progress);
                }
                finished = true;
            } finally {
                if (!finished) {
                    next.set(blocks);
                }
            }
        }

        private void process(int firstBlock, int endBlock, W worker, Progress progress) {
            for (int block = firstBlock; block < endBlock; block++) {
                int from = block * BLOCK;
                progress.report(from, rows);
                worker.block(from, Math.min(rows, from + BLOCK));
            }
        }
    }
}
