package org.matryoscope.chart;

import java.util.List;

/**
 * One plot of a chart. All panels of a chart have its axes, so that they can be compared by eye.
 *
 * @param name whose data it is, as short as in the legend ("A"); empty where a chart has one panel
 * @param title the same at length ("A: minilm"), above the panel; empty where a chart has one panel
 * @param ink the colour of both
 * @param series what is drawn, from back to front
 * @param marks places on the x axis that mean something
 */
public record Panel(String name, String title, Ink ink, List<Series> series, List<Mark> marks) {
    /** Copies the lists. */
    public Panel {
        series = List.copyOf(series);
        marks = List.copyOf(marks);
    }
}
