package org.matryoscope.chart;

import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that a chart shows, for any back-end to draw.
 *
 * @param title what the chart is
 * @param x the x axis of every panel: prefix lengths or dimensions, or something else where no d can be set
 * @param y the y axis of every panel
 * @param panels small multiples, at least one
 * @param legend the switches; empty for none
 * @param dropShading whether what lies beyond d is faded
 * @param maxPrefix the largest d that can be set on it; 0 where x is no prefix length
 * @param summary what is to be seen in this data, in words
 * @param table the numbers, for export
 */
public record Chart(String title, Axis x, Axis y, List<Panel> panels, List<LegendEntry> legend, boolean dropShading,
        int maxPrefix, String summary, DataTable table) {
    /** Copies the lists. */
    public Chart {
        panels = List.copyOf(panels);
        legend = List.copyOf(legend);
    }

    /** Starts a description. */
    public static ChartBuilder builder(String title, Axis x, Axis y) {
        return new ChartBuilder(title, x, y);
    }

    /** Says whether x is a prefix length, so that d has a place on it. */
    public boolean hasPrefixes() {
        return maxPrefix > 0;
    }

    /** Returns the last whole number on the x axis that can be read. */
    public int lastPlace() {
        return hasPrefixes() ? maxPrefix : (int) x.max();
    }

    /** Returns the series of all panels. */
    public Stream<Series> series() {
        return panels.stream().flatMap(panel -> panel.series().stream());
    }
}
