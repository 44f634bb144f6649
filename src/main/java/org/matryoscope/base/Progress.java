package org.matryoscope.base;

/**
 * How long-running work reports how far it is and learns that it is no longer wanted. Work calls {@link #report} often
 * enough (every 50 ms or so) for a cancellation to take effect at once.
 */
@FunctionalInterface
public interface Progress {
    /** Ignores every report and is never cancelled. */
    Progress NONE = (done, total) -> {
    };

    /**
     * Reports how much of the work is done.
     *
     * @param done units of work finished, 0 … total
     * @param total units of work in all; 0 when not known
     * @throws java.util.concurrent.CancellationException if the work has been cancelled
     */
    void report(long done, long total);

    /**
     * Registers an action that interrupts a call which cannot report by itself (a native inference run, say). It runs once,
     * in the cancelling thread, and at once if the work is cancelled already.
     *
     * @param action what to do on cancellation
     */
    default void onCancel(Runnable action) {
    }
}
