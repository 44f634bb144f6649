package org.matryoscope.chart;

import java.util.Set;

/** Numbers to draw over the x axis, in ascending order of x. NaN breaks a line and leaves out a bar. */
public sealed interface Series {
    /** The name in the readout. */
    String name();

    /** How it is drawn. */
    SeriesStyle style();

    /** The legend entries that it belongs to; it is hidden while any of them is switched off. */
    Set<String> keys();

    /** The places on the x axis. */
    double[] x();

    /** The values that a reader wants to know, by place. */
    double[] values();

    /** Returns the index of the place nearest to a value; the series must not be empty. */
    default int nearest(double at) {
        int found = java.util.Arrays.binarySearch(x(), at);
        int next = found >= 0 ? found : -found - 1;
        if (next == 0) {
            return 0;
        }
        return next == x().length || at - x()[next - 1] <= x()[next] - at ? next - 1 : next;
    }

    /**
     * A line.
     *
     * @param name the name in the readout
     * @param style how it is drawn
     * @param keys the legend entries that it belongs to
     * @param x the places
     * @param y the heights drawn
     * @param values the values read; the same as {@code y} unless those are clipped
     * @param endLabel the text at its right end; empty for none
     */
    record Line(String name, SeriesStyle style, Set<String> keys, double[] x, double[] y, double[] values,
            String endLabel) implements Series {
        /** A line without a label at its end. */
        public Line(String name, SeriesStyle style, Set<String> keys, double[] x, double[] y) {
            this(name, style, keys, x, y, y, "");
        }
    }

    /**
     * The area between two curves: an interval, or one layer of a stack.
     *
     * @param name the name in the readout
     * @param style its colour
     * @param keys the legend entries that it belongs to
     * @param x the places
     * @param low the lower curve
     * @param high the upper curve
     * @param values the values read
     * @param solid whether it is filled fully, as a layer of a stack, or lightly, as an interval
     */
    record Band(String name, SeriesStyle style, Set<String> keys, double[] x, double[] low, double[] high,
            double[] values, boolean solid) implements Series {}

    /**
     * Bars, each from one x to the next lower one: the bar of dimension i ends at i, where prefix i ends.
     *
     * @param name the name in the readout
     * @param style its colour
     * @param keys the legend entries that it belongs to
     * @param x the right edges
     * @param base the lower ends; above 0 in a stack
     * @param top the upper ends
     * @param values the values read
     */
    record Bars(String name, SeriesStyle style, Set<String> keys, double[] x, double[] base, double[] top,
            double[] values) implements Series {}

    /**
     * Separate points.
     *
     * @param name the name in the readout
     * @param style their colour and marker
     * @param keys the legend entries that they belong to
     * @param x the places
     * @param values the heights
     */
    record Points(String name, SeriesStyle style, Set<String> keys, double[] x, double[] values) implements Series {}
}
