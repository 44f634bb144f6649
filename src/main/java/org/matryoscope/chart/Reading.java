package org.matryoscope.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.matryoscope.base.Numbers;

/**
 * The exact values of every visible series at one d.
 *
 * @param d where it was read
 * @param rows one a series, in the order of the chart
 */
public record Reading(int d, List<Row> rows) {
    /** An axis this long needs no more than three decimals. */
    private static final double WIDE_RANGE = 0.5;

    /**
     * One series' value.
     *
     * @param series the series
     * @param value its value, in words
     * @param x the place that was read: the measured one nearest to d
     * @param y the height drawn there
     */
    public record Row(Series series, String value, double x, double y) {}

    /** Reads every visible series at d. */
    public static Reading at(int d, Plot plot, Set<String> hidden) {
        List<Row> rows = new ArrayList<>();
        for (Series series : plot.visible(hidden)) {
            if (series.x().length > 0 && d <= series.x()[series.x().length - 1]) {
                int i = series.nearest(d);
                double value = series.values()[i];
                String text = written(value, plot.chart().y());
                double x = series.x()[i];
                rows.add(new Row(series, x == d ? text : text + " at " + Numbers.whole(x), x, height(series, i)));
            }
        }
        return new Reading(d, rows);
    }

    private static String written(double value, Axis axis) {
        boolean wide = axis.scale() == AxisScale.LINEAR && Math.abs(axis.max() - axis.min()) >= WIDE_RANGE;
        return axis.wholeNumbers() ? Numbers.whole(value) : wide ? Numbers.fixed(value) : Numbers.reading(value);
    }

    private static double height(Series series, int i) {
        return switch (series) {
            case Series.Line line -> line.y()[i];
            case Series.Band band -> band.high()[i];
            case Series.Bars bars -> bars.top()[i];
            case Series.Points points -> points.values()[i];
        };
    }

    /** Returns the reading as a sentence, for screen readers. */
    public String inWords() {
        StringBuilder words = new StringBuilder("d = ").append(d);
        rows.forEach(row -> words.append("; ").append(row.series().name()).append(' ').append(row.value()));
        return words.toString();
    }
}
