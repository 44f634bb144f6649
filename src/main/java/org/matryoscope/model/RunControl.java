package org.matryoscope.model;

import java.util.concurrent.CancellationException;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Progress;

/** Stops the native runs of one encoding when it is cancelled. */
final class RunControl implements AutoCloseable {
    private @Nullable RunOptions options;
    private boolean closed;
    private boolean cancelled;

    /** Starts listening for the cancellation of {@code progress}. */
    RunControl(Progress progress) {
        progress.onCancel(this::cancel);
    }

    /** Returns the options to run with, made at the first call, so that models without a session need no native library. */
    synchronized RunOptions options() throws OrtException {
        check();
        if (options == null) {
            options = new RunOptions();
        }
        return options;
    }

    /** Throws if the encoding has been cancelled. */
    synchronized void check() {
        if (cancelled) {
            throw new CancellationException();
        }
    }

    /** Makes the runs under way return, and every later check throw. */
    synchronized void cancel() {
        cancelled = true;
        if (options != null && !closed) {
            try {
                options.setTerminate(true);
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (options != null) {
            options.close();
        }
    }
}
