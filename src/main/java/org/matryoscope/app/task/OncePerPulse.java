package org.matryoscope.app.task;

import javafx.animation.AnimationTimer;

/** Conflates requests to the pulse: however many come between two pulses, the action runs once, in the next one. */
public final class OncePerPulse {
    private final AnimationTimer timer;
    private boolean requested;

    /**
     * Creates a conflater with nothing requested.
     *
     * @param action runs in the pulse, on the FX thread
     */
    public OncePerPulse(Runnable action) {
        timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                requested = false;
                action.run();
            }
        };
    }

    /** Asks for the action to run in the next pulse. */
    public void request() {
        if (!requested) {
            requested = true;
            timer.start();
        }
    }
}
