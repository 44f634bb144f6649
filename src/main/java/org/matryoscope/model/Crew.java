package org.matryoscope.model;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The calling thread and its helpers, who take items from a common list until it is empty.
 *
 * @param helpers runs the helpers
 * @param control asked before each item whether to go on; cancelled by the first failure
 */
record Crew(Executor helpers, RunControl control) {
    /**
     * Works on every item.
     *
     * @param items how many there are; taken in their order
     * @param workers threads, the calling one included
     * @param work takes an item's number
     * @param told runs in the calling thread after each of its items
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws RuntimeException the first failure of any thread
     */
    void each(int items, int workers, IntConsumer work, Runnable told) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        List<CompletableFuture<Void>> helping = IntStream.range(1, Math.min(workers, items))
                .mapToObj(i -> CompletableFuture.runAsync(() -> take(next, items, work, () -> {
                }, failure), helpers))
                .toList();
        take(next, items, work, told, failure);
        CompletableFuture.allOf(helping.toArray(CompletableFuture[]::new)).join();
        RuntimeException first = failure.get();
        if (first != null) {
            throw first;
        }
    }

    private void take(AtomicInteger next, int items, IntConsumer work, Runnable told,
            AtomicReference<@Nullable RuntimeException> failure) {
        try {
            for (int item = next.getAndIncrement(); item < items; item = next.getAndIncrement()) {
                control.check();
                work.accept(item);
                told.run();
            }
        } catch (RuntimeException e) {
            // The first failure is the cause; those of the others follow from its stopping them.
            failure.compareAndSet(null, e);
            control.cancel();
        }
    }
}
