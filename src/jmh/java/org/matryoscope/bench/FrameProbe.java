package org.matryoscope.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Watches the FX thread from its first to its last pulse: the time between frames, the FX thread's work on each frame (also in
 * processor time, which does not count what other programs take away), and how long an empty task posted every millisecond waits for its turn, which no task on the FX thread can hide from.
 */
final class FrameProbe {
    private static final int MOST = 100_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Samples intervals = new Samples("between frames");
    private final Samples work = new Samples("FX work a frame");
    private final Samples cpu = new Samples("FX CPU a frame");
    private final Samples waits = new Samples("FX task wait");
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ScheduledExecutorService poster = Executors.newSingleThreadScheduledExecutor();
    private final Runnable afterLayout = this::end;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            begin();
        }
    };
    private long begun;
    private long cpuBegun;

    /** Starts to watch; on the FX thread, before any other animation so that its pulse comes first. */
    void start(Scene scene) {
        scene.addPostLayoutPulseListener(afterLayout);
        timer.start();
        poster.scheduleAtFixedRate(this::post, 0, 1, TimeUnit.MILLISECONDS);
    }

    /** Ends and prints what was seen; on the FX thread. */
    void report(String title, Scene scene) {
        poster.shutdownNow();
        timer.stop();
        scene.removePostLayoutPulseListener(afterLayout);
        for (Samples samples : new Samples[]{intervals, work, cpu, waits}) {
            samples.print(title);
        }
    }

    private void begin() {
        long now = System.nanoTime();
        if (begun != 0) {
            intervals.add(now - begun);
        }
        begun = now;
        cpuBegun = THREADS.getCurrentThreadCpuTime();
    }

    private void end() {
        if (begun != 0) {
            work.add(System.nanoTime() - begun);
            cpu.add(THREADS.getCurrentThreadCpuTime() - cpuBegun);
        }
    }

    private void post() {
        if (waiting.compareAndSet(false, true)) {
            long posted = System.nanoTime();
            Platform.runLater(() -> {
                waits.add(System.nanoTime() - posted);
                waiting.set(false);
            });
        }
    }

    /** Durations in nanoseconds; used on the FX thread alone. */
    private static final class Samples {
        private final String name;
        private final long[] nanos = new long[MOST];
        private int count;

        Samples(String name) {
            this.name = name;
        }

        void add(long duration) {
            if (count < MOST) {
                nanos[count++] = duration;
            }
        }

        void print(String title) {
            Arrays.sort(nanos, 0, count);
            System.out.printf(Locale.ROOT, "%-22s %-16s %7d %9.2f %9.2f %9.2f%n", title, name, count, at(0.5), at(0.99),
                    at(1));
        }

        private double at(double quantile) {
            return count == 0 ? Double.NaN : nanos[(int) Math.min(count - 1L, (long) (quantile * count))] / 1e6;
        }
    }
}
