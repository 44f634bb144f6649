package org.matryoscope.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.matryoscope.base.Numbers;
import org.matryoscope.chart.Axis.Tick;

/** Chooses the ticks of an axis: round values, as many as fit, none overlapping. */
final class Ticks {
    private Ticks() {
    }

    /** Returns the smallest of 1, 2, 5 × 10ⁿ that is at least {@code atLeast}. */
    static double roundStep(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        double lead = atLeast / power;
        double tolerance = 1 + 1e-9;
        return power * (lead <= tolerance ? 1 : lead <= 2 * tolerance ? 2 : lead <= 5 * tolerance ? 5 : 10);
    }

    /**
     * The ticks that fit.
     *
     * @param axis the axis
     * @param length its length in pixels
     * @param extent the pixels that a tick's label takes along the axis
     * @param gap the least space between two labels
     * @return ticks in the order of their values
     */
    static List<Tick> fitting(Axis axis, double length, ToDoubleFunction<String> extent, double gap) {
        List<Tick> kept = new ArrayList<>();
        for (Tick candidate : candidates(axis, length, extent, gap)) {
            if (kept.stream().allMatch(tick -> apart(axis, length, extent, gap, tick, candidate))) {
                kept.add(candidate);
            }
        }
        kept.sort(Comparator.comparingDouble(Tick::value));
        return List.copyOf(kept);
    }

    private static boolean apart(Axis axis, double length, ToDoubleFunction<String> extent, double gap, Tick a,
            Tick b) {
        double distance = Math.abs(axis.fraction(a.value()) - axis.fraction(b.value())) * length;
        return distance >= (extent.applyAsDouble(a.label()) + extent.applyAsDouble(b.label())) / 2 + gap;
    }

    /** Round values, the most wanted first. */
    private static List<Tick> candidates(Axis axis, double length, ToDoubleFunction<String> extent, double gap) {
        if (!axis.fixedTicks().isEmpty()) {
            return axis.fixedTicks();
        }
        List<Tick> ticks = new ArrayList<>();
        if (axis.wholeNumbers()) {
            ticks.add(new Tick(axis.max(), Numbers.whole(axis.max())));
        }
        switch (axis.scale()) {
            case LINEAR -> ticks.addAll(linear(axis, length, extent, gap));
            case LOG2 -> ticks.addAll(powers(axis, 2));
            case LOG10 -> ticks.addAll(powers(axis, 10));
        }
        return ticks;
    }

    /** The finest round step whose labels all fit, so that ticks stay evenly spaced. */
    private static List<Tick> linear(Axis axis, double length, ToDoubleFunction<String> extent, double gap) {
        double low = Math.min(axis.min(), axis.max());
        double high = Math.max(axis.min(), axis.max());
        double step = roundStep((high - low) / 10);
        while (true) {
            if (axis.wholeNumbers()) {
                step = Math.max(1, step);
            }
            List<Tick> ticks = new ArrayList<>();
            double widest = 0;
            for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
                String label = axis.wholeNumbers() ? Numbers.whole(i * step) : Numbers.tick(i * step, step);
                ticks.add(new Tick(i * step, label));
                widest = Math.max(widest, extent.applyAsDouble(label));
            }
            if (ticks.size() <= 2 || step / (high - low) * length >= widest + gap) {
                return ticks;
            }
            step = roundStep(step * 1.5);
        }
    }

    /** Powers of a base; those whose exponent is a multiple of a larger power of two come first, so that thinning is even. */
    private static List<Tick> powers(Axis axis, int base) {
        List<Integer> exponents = new ArrayList<>();
        int first = (int) Math.ceil(Math.log(axis.min()) / Math.log(base) - 1e-9);
        int last = (int) Math.floor(Math.log(axis.max()) / Math.log(base) + 1e-9);
        for (int exponent = first; exponent <= last; exponent++) {
            exponents.add(exponent);
        }
        exponents.sort(Comparator.comparingInt((Integer exponent) -> -Integer.numberOfTrailingZeros(exponent)));
        return exponents.stream()
                .map(exponent -> Math.pow(base, exponent))
                .map(value -> new Tick(value, axis.wholeNumbers() ? Numbers.whole(value) : Numbers.power(value)))
                .toList();
    }
}
