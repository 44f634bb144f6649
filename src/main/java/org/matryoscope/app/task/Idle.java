package org.matryoscope.app.task;

import javafx.animation.AnimationTimer;
import javafx.collections.ObservableList;

/** Waits until no work is under way, and has not been for some pulses: results may have asked for more work. */
public final class Idle {
    private static final int QUIET_PULSES = 15;

    private Idle() {
    }

    /**
     * Runs an action once all is quiet; to be called on the FX thread.
     *
     * @param tasks the work under way
     * @param action runs on the FX thread
     */
    public static void when(ObservableList<TaskInfo> tasks, Runnable action) {
        new AnimationTimer() {
            private int quiet;

            @Override
            public void handle(long now) {
                quiet = tasks.isEmpty() ? quiet + 1 : 0;
                if (quiet >= QUIET_PULSES) {
                    stop();
                    action.run();
                }
            }
        }.start();
    }
}
