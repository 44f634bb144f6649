package org.matryoscope.chart;

import java.util.List;

/**
 * Everything that a chart shows, for any back-end to draw.
 *
 * @param title what the chart is
 * @param x the x axis: prefix lengths or dimensions
 * @param y the y axis
 * @param series what is drawn, from back to front
 * @param legend the switches; empty for none
 * @param marks places on the x axis that mean something
 * @param dropShading whether what lies beyond d is faded
 * @param maxPrefix the largest d that can be set on it
 * @param summary what is to be seen in this data, in words
 * @param table the numbers, for export
 */
public record Chart(String title, Axis x, Axis y, List<Series> series, List<LegendEntry> legend, List<Mark> marks,
        boolean dropShading, int maxPrefix, String summary, DataTable table) {
    /** Copies the lists. */
    public Chart {
        series = List.copyOf(series);
        legend = List.copyOf(legend);
        marks = List.copyOf(marks);
    }

    /** Starts a description. */
    public static ChartBuilder builder(String title, Axis x, Axis y) {
        return new ChartBuilder(title, x, y);
    }
}
