package org.matryoscope.app.task;

import java.util.function.Consumer;
import java.util.function.Function;

import org.matryoscope.base.Progress;

/** Runs work off the FX thread. Everything that encodes, scans, analyses, reads or writes goes through here. */
public interface Background {
    /**
     * Runs a job; a newer job of the same slot cancels an older one, whose result is then never delivered.
     *
     * @param slot names what the result is for ("energy A")
     * @param title what the status bar says meanwhile
     * @param job the work; runs off the FX thread
     * @param onResult takes the result, on the FX thread
     * @param <T> the result's type
     */
    <T> void latest(String slot, String title, Function<Progress, T> job, Consumer<T> onResult);

    /**
     * Cancels the job of a slot, if one runs; its result is never delivered.
     *
     * @param slot the slot
     */
    void cancel(String slot);
}
