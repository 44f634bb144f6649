package org.matryoscope.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects the parts of a {@link Chart}. */
public final class ChartBuilder {
    private final String title;
    private final Axis x;
    private final Axis y;
    private final List<Panel> finished = new ArrayList<>();
    private final List<Series> series = new ArrayList<>();
    private final List<LegendEntry> legend = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<DataTable.Column> columns = new ArrayList<>();
    private String panelName = "";
    private String panelTitle = "";
    private Ink panelInk = Ink.TEXT;
    private boolean dropShading;
    private int maxPrefix;
    private String summary = "";

    ChartBuilder(String title, Axis x, Axis y) {
        this.title = title;
        this.x = x;
        this.y = y;
        this.maxPrefix = (int) x.max();
    }

    /**
     * Begins a panel, which takes the series and marks that follow.
     *
     * @param name whose data it shows
     * @param title the same at length
     * @param ink the colour of both
     */
    public ChartBuilder panel(String name, String title, Ink ink) {
        finishPanel();
        panelName = name;
        panelTitle = title;
        panelInk = ink;
        return this;
    }

    /** Adds a series in front of the others of its panel. */
    public ChartBuilder add(Series one) {
        series.add(one);
        return this;
    }

    /** Adds a switch to the legend. */
    public ChartBuilder legend(LegendEntry entry) {
        legend.add(entry);
        return this;
    }

    /** Adds a mark to the panel. */
    public ChartBuilder mark(Mark mark) {
        marks.add(mark);
        return this;
    }

    /** Adds a mark at each trained prefix to the panel. */
    public ChartBuilder trained(Collection<Integer> prefixes) {
        prefixes.forEach(prefix -> marks.add(Mark.trained(prefix)));
        return this;
    }

    /** Adds a column to the table of numbers. */
    public ChartBuilder column(String name, double[] values) {
        columns.add(new DataTable.Column(name, values));
        return this;
    }

    /** Fades what lies beyond d. */
    public ChartBuilder dropShading() {
        dropShading = true;
        return this;
    }

    /** Sets the largest d that can be set on the chart; the x axis's end unless set. */
    public ChartBuilder maxPrefix(int dimension) {
        maxPrefix = dimension;
        return this;
    }

    /** Says that x is no prefix length: d has no place on it. */
    public ChartBuilder withoutPrefixes() {
        maxPrefix = 0;
        return this;
    }

    /** Sets the sentence under the chart. */
    public ChartBuilder summary(String sentence) {
        summary = sentence;
        return this;
    }

    /** Returns the chart. */
    public Chart build() {
        finishPanel();
        if (finished.isEmpty()) {
            finished.add(new Panel(panelName, panelTitle, panelInk, List.of(), marks));
        }
        return new Chart(title, x, y, finished, legend, dropShading, maxPrefix, summary, new DataTable(columns));
    }

    private void finishPanel() {
        if (!series.isEmpty()) {
            finished.add(new Panel(panelName, panelTitle, panelInk, series, marks));
            series.clear();
            marks.clear();
        }
    }
}
