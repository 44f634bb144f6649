package org.matryoscope.app.task;

import java.util.function.Consumer;
import java.util.function.Function;

import org.matryoscope.base.Progress;

/** Runs every job at once, in the calling thread. */
public final class DirectBackground implements Background {
    @Override
    public <T> void latest(String slot, String title, Function<Progress, T> job, Consumer<T> onResult,
            Consumer<Throwable> onFailure) {
        T result;
        try {
            result = job.apply(Progress.NONE);
        } catch (RuntimeException failure) {
            onFailure.accept(failure);
            return;
        }
        onResult.accept(result);
    }

    @Override
    public void cancel(String slot) {
        // A job has always ended before anyone can cancel it.
    }
}
