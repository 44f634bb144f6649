package org.matryoscope.chart;

import java.util.List;
import java.util.Set;

/**
 * Where things are in one panel: the rectangle that its axes span.
 *
 * @param chart the chart that the panel belongs to
 * @param index which of its panels
 * @param left the left edge of the rectangle
 * @param top its top edge; above it is a strip for the panel's title, or where it has none for the label of the moving line
 * @param right its right edge
 * @param bottom its bottom edge
 * @param end where the panel's room ends; between {@code right} and there are the labels of the lines
 * @param labelled whether the values of the y axis stand at its left: in the first panel of a row
 */
public record Plot(Chart chart, int index, double left, double top, double right, double bottom, double end,
        boolean labelled) {
    /** Returns what is drawn. */
    public Panel panel() {
        return chart.panels().get(index);
    }

    /** Returns the place of a value of the x axis. */
    public double x(double value) {
        return left + chart.x().fraction(value) * (right - left);
    }

    /** Returns the height of a value of the y axis. */
    public double y(double value) {
        return bottom - chart.y().fraction(value) * (bottom - top);
    }

    /** Keeps a height that an infinite or out-of-scale value (0 on a log axis) would put far away just outside the plot. */
    double yWithin(double value) {
        double y = y(value);
        return Double.isNaN(y) ? Double.NaN : Math.clamp(y, top - 1000, bottom + 1000);
    }

    /** Returns the prefix length or dimension under a place, or what else x is: a whole number. */
    public int prefixAt(double px) {
        double value = chart.x().valueAt((px - left) / (right - left));
        boolean cells = panel().series().stream().anyMatch(Series.Bars.class::isInstance);
        return Math.clamp(cells ? (long) Math.ceil(value) : Math.round(value), 1, Math.max(1, chart.lastPlace()));
    }

    /** Returns the series that are switched on. */
    public List<Series> visible(Set<String> hidden) {
        return panel().series().stream().filter(series -> series.keys().stream().noneMatch(hidden::contains)).toList();
    }
}
