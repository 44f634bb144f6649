package org.matryoscope.app.task;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Takes actions to the FX thread with at most one {@code runLater} pending, and gives the thread back after a few
 * milliseconds where many actions wait, so that results never hold up a pulse.
 */
public final class FxQueue implements Executor {
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    private final Executor fxThread;
    private final Queue<Runnable> actions = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    /**
     * Creates an empty queue.
     *
     * @param fxThread runs a task on the FX thread later: {@code Platform::runLater}
     */
    public FxQueue(Executor fxThread) {
        this.fxThread = fxThread;
    }

    @Override
    public void execute(Runnable action) {
        actions.add(action);
        schedule();
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            fxThread.execute(this::drain);
        }
    }

    private void drain() {
        // First, so that an action that is added while this one drains is never left behind.
        scheduled.set(false);
        long end = System.nanoTime() + SLICE_NANOS;
        try {
            for (Runnable action = actions.poll(); action != null; action = actions.poll()) {
                action.run();
                if (System.nanoTime() - end >= 0) {
                    break;
                }
            }
        } finally {
            if (!actions.isEmpty()) {
                schedule();
            }
        }
    }
}
