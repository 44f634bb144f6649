package org.matryoscope.app;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.testfx.util.WaitForAsyncUtils;

/** Waiting for the window, which answers when its workers are done. */
public final class Patience {
    private static final int SECONDS = 60;

    private Patience() {
    }

    /**
     * Waits for a condition, a minute at most.
     *
     * @param condition asked on the FX thread
     * @throws AssertionError if it does not come true
     */
    public static void waitUntil(Callable<Boolean> condition) {
        waitUntil(SECONDS, condition);
    }

    /**
     * Waits for a condition.
     *
     * @param seconds how long at most
     * @param condition asked on the FX thread
     * @throws AssertionError if it does not come true
     */
    public static void waitUntil(int seconds, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(seconds, TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.waitForAsyncFx(seconds * 1000L, condition));
        } catch (TimeoutException e) {
            throw new AssertionError("never happened", e);
        }
    }
}
