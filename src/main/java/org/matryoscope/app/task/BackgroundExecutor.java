package org.matryoscope.app.task;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

import javafx.collections.ObservableList;

import org.matryoscope.base.Progress;

/**
 * A {@link Background} over an executor. Its bookkeeping lives on the FX thread, where every call has to come from; the job
 * that a slot holds is the slot's generation, so a result whose job is no longer in its slot is dropped.
 */
public final class BackgroundExecutor implements Background {
    private record Running(Job<?> job, TaskInfo info) {}

    private final Executor workers;
    private final Executor fxQueue;
    private final ObservableList<TaskInfo> tasks;
    private final Consumer<Throwable> failures;
    private final Map<String, Running> slots = new HashMap<>();

    /**
     * Creates a background without work.
     *
     * @param workers where jobs run
     * @param fxQueue takes results to the FX thread
     * @param tasks shows the jobs under way
     * @param failures shows what a job threw to the user, on the FX thread
     */
    public BackgroundExecutor(Executor workers, Executor fxQueue, ObservableList<TaskInfo> tasks,
            Consumer<Throwable> failures) {
        this.workers = workers;
        this.fxQueue = fxQueue;
        this.tasks = tasks;
        this.failures = failures;
    }

    @Override
    public <T> void latest(String slot, String title, Function<Progress, T> work, Consumer<T> onResult,
            Consumer<Throwable> onFailure) {
        cancel(slot);
        Job<T> job = new Job<>(work, onResult, failure -> {
            if (!(failure instanceof CancellationException)) {
                failures.accept(failure);
            }
            onFailure.accept(failure);
        }, new Job.Outcome() {
            @Override
            public void ended(Job<?> ended, Runnable delivery) {
                fxQueue.execute(() -> {
                    if (remove(slot, ended)) {
                        delivery.run();
                    }
                });
            }

            @Override
            public void progressed(Job<?> progressing) {
                fxQueue.execute(() -> showProgress(slot, progressing));
            }
        });
        TaskInfo info = new TaskInfo(title, System.nanoTime(), () -> cancelByUser(slot, job));
        slots.put(slot, new Running(job, info));
        tasks.add(info);
        workers.execute(job);
    }

    @Override
    public void cancel(String slot) {
        Running running = slots.get(slot);
        if (running != null && remove(slot, running.job)) {
            running.job.cancel();
        }
    }

    private void cancelByUser(String slot, Job<?> job) {
        if (remove(slot, job)) {
            job.cancel();
            job.fail(new CancellationException());
        }
    }

    private boolean remove(String slot, Job<?> job) {
        Running running = slots.get(slot);
        if (running == null || running.job != job) {
            return false;
        }
        slots.remove(slot);
        tasks.remove(running.info);
        return true;
    }

    private void showProgress(String slot, Job<?> job) {
        Running running = slots.get(slot);
        double fraction = job.takeProgress();
        if (running != null && running.job == job) {
            running.info.update(fraction);
        }
    }
}
