package org.matryoscope.app;

import java.util.EnumSet;
import java.util.Set;

import javafx.animation.AnimationTimer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.matryoscope.app.state.Workbench;
import org.matryoscope.question.Side;

/**
 * Logs when the window was on the screen, and when each side was ranked for the first time, in milliseconds of the clock: only
 * who started the process knows when that was (Linux counts it from a boot time in whole seconds). {@code src/bench/start.sh}
 * reads these lines; they are seen with {@code -Dmatryoscope.log=INFO} only.
 */
final class StartTimes {
    private static final Logger LOG = LoggerFactory.getLogger(StartTimes.class);

    private StartTimes() {
    }

    /**
     * Begins to watch; call it when the window has just been shown.
     *
     * @param workbench whose rankings are waited for
     */
    static void watch(Workbench workbench) {
        afterTheNextFrame("window");
        Set<Side> missing = EnumSet.allOf(Side.class);
        for (Side side : Side.values()) {
            workbench.ranking(side).subscribe(ranking -> {
                if (ranking != null && missing.remove(side)) {
                    afterTheNextFrame("ranking " + side);
                }
            });
        }
    }

    /** What was set in this pulse is painted at its end, so at the beginning of the next but one it is on the screen. */
    private static void afterTheNextFrame(String what) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses > 1) {
                    stop();
                    LOG.info("{} at {}", what, System.currentTimeMillis());
                }
            }
        }.start();
    }
}
