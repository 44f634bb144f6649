package org.matryoscope.app.task;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/** One piece of work under way, as the status bar shows it; lives on the FX thread. */
public final class TaskInfo {
    private final String title;
    private final long startedNanos;
    private final Runnable cancel;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);

    TaskInfo(String title, long startedNanos, Runnable cancel) {
        this.title = title;
        this.startedNanos = startedNanos;
        this.cancel = cancel;
    }

    /** Returns what is being done ("Encoding 800 texts"). */
    public String title() {
        return title;
    }

    /** Returns when it was asked for, by {@link System#nanoTime()}. */
    public long startedNanos() {
        return startedNanos;
    }

    /** How far it is, 0 … 1; −1 while that is not known. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Cancels it: its result is never delivered. */
    public void cancel() {
        cancel.run();
    }

    void update(double fraction) {
        progress.set(fraction);
    }
}
