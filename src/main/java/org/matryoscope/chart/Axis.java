package org.matryoscope.chart;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * One axis of a chart.
 *
 * @param label what it measures
 * @param scale how values are spread
 * @param min the value at its start (left, bottom)
 * @param max the value at its end; where it is less than {@code min} the axis runs downwards, as ranks do
 * @param wholeNumbers whether every value is a count, a rank or a dimension
 * @param fixedTicks the ticks to draw; empty lets the renderer choose round ones
 */
public record Axis(String label, AxisScale scale, double min, double max, boolean wholeNumbers, List<Tick> fixedTicks) {
    /**
     * A mark on the axis.
     *
     * @param value where
     * @param label its text
     */
    public record Tick(double value, String label) {}

    /** An axis of prefix lengths from 1 (log) or 0 (linear) to {@code dimension}. */
    public static Axis prefixes(String label, AxisScale scale, int dimension) {
        double min = scale == AxisScale.LINEAR ? 0 : 1;
        return new Axis(label, scale, min, Math.max(dimension, min + 1), true, List.of());
    }

    /** A linear axis with a fixed range. */
    public static Axis linear(String label, double min, double max) {
        return new Axis(label, AxisScale.LINEAR, min, max, false, List.of());
    }

    /** A linear axis that holds every finite value of the stream, with ends at round numbers and always 0 on it. */
    public static Axis covering(String label, DoubleStream values) {
        var range = values.filter(Double::isFinite).summaryStatistics();
        double low = Math.min(0, range.getCount() == 0 ? 0 : range.getMin());
        double high = Math.max(low == 0 ? 1e-9 : 0, range.getCount() == 0 ? 1 : range.getMax());
        double step = Ticks.roundStep((high - low) / 8);
        return linear(label, Math.floor(low / step) * step, Math.ceil(high / step) * step);
    }

    /** Returns the value's place between the start (0) and the end (1) of the axis; outside of it where the value is. */
    public double fraction(double value) {
        double start = scale.transform(min);
        return (scale.transform(value) - start) / (scale.transform(max) - start);
    }

    /** Undoes {@link #fraction}. */
    public double valueAt(double fraction) {
        double start = scale.transform(min);
        return scale.invert(start + fraction * (scale.transform(max) - start));
    }
}
