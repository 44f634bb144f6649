package org.matryoscope.app.slider;

import java.util.concurrent.TimeUnit;

import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Moves the slider from where it stands (or from 1, when it stands at D) to D at an even pace on its scale. */
final class Sweep {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(12);

    private final PrefixSlider slider;
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing", false);
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            advance(now);
        }
    };
    private double fraction;
    private long lastNanos;
    private int shown;

    Sweep(PrefixSlider slider) {
        this.slider = slider;
    }

    ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    void toggle() {
        if (playing.get()) {
            stop();
        } else {
            start();
        }
    }

    private void start() {
        PrefixScale scale = slider.scale().get();
        shown = slider.value().get();
        fraction = shown == scale.dimension() ? 0 : scale.fraction(shown);
        lastNanos = 0;
        playing.set(true);
        timer.start();
    }

    private void stop() {
        timer.stop();
        playing.set(false);
    }

    private void advance(long now) {
        PrefixScale scale = slider.scale().get();
        if (lastNanos != 0) {
            fraction = Math.min(1, fraction + (now - lastNanos) / NANOS);
        }
        boolean movedByHand = lastNanos != 0 && slider.value().get() != shown;
        lastNanos = now;
        if (movedByHand) {
            stop();
            return;
        }
        shown = scale.prefix(fraction);
        slider.moveTo(shown);
        if (fraction >= 1) {
            stop();
        }
    }
}
