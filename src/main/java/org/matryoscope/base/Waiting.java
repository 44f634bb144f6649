package org.matryoscope.base;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waiting for the work of another thread. */
public final class Waiting {
    private Waiting() {
    }

    /**
     * Waits for a result, and fails as the work failed.
     *
     * @param work what another thread does
     * @param <T> the result's type
     * @return the result
     * @throws CancellationException if this thread is interrupted, or the work was cancelled
     * @throws CompletionException around a checked exception of the work; others are thrown as they are
     */
    public static <T> T forResult(Future<T> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new CompletionException(e.getCause());
            }
        }
    }
}
