package org.matryoscope.app.task;

import java.util.function.Consumer;
import java.util.function.Function;

import org.matryoscope.base.Progress;

/** Runs work off the FX thread. Everything that encodes, scans, analyses, reads or writes goes through here. */
public interface Background {
    /**
     * Runs a job; a newer job of the same slot cancels an older one, whose result is then never delivered. A failure is shown
     * to the user; use the longer form to also learn of it.
     *
     * @param slot names what the result is for ("energy A")
     * @param title what the status bar says meanwhile
     * @param job the work; runs off the FX thread
     * @param onResult takes the result, on the FX thread
     * @param <T> the result's type
     */
    default <T> void latest(String slot, String title, Function<Progress, T> job, Consumer<T> onResult) {
        latest(slot, title, job, onResult, failure -> {
        });
    }

    /**
     * Runs a job as {@link #latest(String, String, Function, Consumer)} does, and tells of its failure.
     *
     * @param slot names what the result is for ("energy A")
     * @param title what the status bar says meanwhile
     * @param job the work; runs off the FX thread
     * @param onResult takes the result, on the FX thread
     * @param onFailure takes what the job threw, on the FX thread, after it was shown to the user; a
     *            {@link java.util.concurrent.CancellationException} where the user cancelled it. Not called for a job that a newer
     *            one replaced
     * @param <T> the result's type
     */
    <T> void latest(String slot, String title, Function<Progress, T> job, Consumer<T> onResult,
            Consumer<Throwable> onFailure);

    /**
     * Cancels the job of a slot, if one runs; its result is never delivered.
     *
     * @param slot the slot
     */
    void cancel(String slot);
}
