package org.matryoscope.app.status;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;

import org.jspecify.annotations.Nullable;

/**
 * Measures frames while something moves: the time that the FX thread works on a frame (from the start of the pulse to the end
 * of layout) and the frames a second. It rests when nothing moves, since measuring keeps the pulses going.
 */
final class FrameMeter {
    private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    /** Fewer frames than this in a window tell of the machine's other work, not of the window's. */
    private static final int ENOUGH_FRAMES = 5;
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            begin();
        }
    };
    private final Runnable afterLayout = this::end;
    private @Nullable Scene scene;
    private boolean running;
    private long lastMoved;
    private long begun;
    private long windowStart;
    private int frames;
    private long busyNanos;

    /** Frame time and rate of the last movement, in words; empty before the first. */
    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /** Watches a scene's layout, or none. */
    void watch(@Nullable Scene next) {
        if (scene != null) {
            scene.removePostLayoutPulseListener(afterLayout);
        }
        scene = next;
        if (next != null) {
            next.addPostLayoutPulseListener(afterLayout);
        }
    }

    /** Says that something moves: measures for a second. */
    void moved() {
        lastMoved = System.nanoTime();
        if (!running) {
            running = true;
            windowStart = lastMoved;
            frames = 0;
            busyNanos = 0;
            timer.start();
        }
    }

    private void begin() {
        begun = System.nanoTime();
        if (begun - windowStart >= WINDOW_NANOS) {
            show();
            windowStart = begun;
            frames = 0;
            busyNanos = 0;
        }
        if (begun - lastMoved > LINGER_NANOS) {
            timer.stop();
            running = false;
        }
    }

    private void show() {
        if (frames >= ENOUGH_FRAMES) {
            double seconds = (begun - windowStart) / (double) TimeUnit.SECONDS.toNanos(1);
            double busy = busyNanos / (double) TimeUnit.MILLISECONDS.toNanos(1) / frames;
            text.set(String.format(Locale.ROOT, "frame %.1f ms · %.0f fps", busy, frames / seconds));
        }
    }

    private void end() {
        if (running) {
            frames++;
            busyNanos += System.nanoTime() - begun;
        }
    }
}
