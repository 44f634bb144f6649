package org.matryoscope.app.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Progress;

/** One run of a piece of work; its identity is its slot's generation. */
final class Job<T> implements Runnable, Progress {
    /** What becomes of a job, told from the worker thread. */
    interface Outcome {
        /** The job ended; {@code delivery} hands its result or failure on, if the job is still the latest of its slot. */
        void ended(Job<?> job, Runnable delivery);

        /** The job's progress changed since it was last taken. */
        void progressed(Job<?> job);
    }

    private final Function<Progress, T> work;
    private final Consumer<T> onResult;
    private final Consumer<Throwable> onFailure;
    private final Outcome outcome;
    private final List<Runnable> cancelActions = new ArrayList<>();
    private final AtomicReference<@Nullable Double> unseenProgress = new AtomicReference<>();
    private volatile boolean cancelled;

    Job(Function<Progress, T> work, Consumer<T> onResult, Consumer<Throwable> onFailure, Outcome outcome) {
        this.work = work;
        this.onResult = onResult;
        this.onFailure = onFailure;
        this.outcome = outcome;
    }

    @Override
    // Whatever the work throws, errors included, has to reach the user instead of vanishing with the worker thread.
    @SuppressWarnings("CatchingUnchecked")
    public void run() {
        if (cancelled) {
            return;
        }
        try {
            T result = work.apply(this);
            outcome.ended(this, () -> onResult.accept(result));
        } catch (Throwable failure) {
            outcome.ended(this, () -> onFailure.accept(failure));
        }
    }

    @Override
    public void report(long done, long total) {
        if (cancelled) {
            throw new CancellationException();
        }
        double fraction = total > 0 ? (double) done / total : -1;
        if (unseenProgress.getAndSet(fraction) == null) {
            outcome.progressed(this);
        }
    }

    /** Returns the latest progress and marks it as seen; −1 where it is not known. */
    double takeProgress() {
        Double fraction = unseenProgress.getAndSet(null);
        return fraction == null ? -1 : fraction;
    }

    @Override
    public void onCancel(Runnable action) {
        synchronized (cancelActions) {
            if (!cancelled) {
                cancelActions.add(action);
                return;
            }
        }
        action.run();
    }

    void cancel() {
        List<Runnable> actions;
        synchronized (cancelActions) {
            cancelled = true;
            actions = List.copyOf(cancelActions);
            cancelActions.clear();
        }
        actions.forEach(Runnable::run);
    }

    void fail(Throwable failure) {
        onFailure.accept(failure);
    }
}
