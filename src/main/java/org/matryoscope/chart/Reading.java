package org.matryoscope.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.matryoscope.base.Numbers;

/**
 * The exact values of every visible series at one d.
 *
 * @param chart what was read
 * @param d where it was read
 * @param rows one a series, in the order of the chart
 */
public record Reading(Chart chart, int d, List<Row> rows) {
    /** An axis this long needs no more than three decimals. */
    private static final double WIDE_RANGE = 0.5;

    /**
     * One series' value.
     *
     * @param panel the place of its panel in the chart
     * @param series the series
     * @param value its value, in words
     * @param place where that was read, behind " at ", where it is not at d; else empty
     * @param x the place that was read: the measured one nearest to d
     * @param y the height drawn there
     */
    public record Row(int panel, Series series, String value, String place, double x, double y) {}

    /** Copies the list. */
    public Reading {
        rows = List.copyOf(rows);
    }

    /** Reads every visible series at d. */
    public static Reading at(int d, Chart chart, Set<String> hidden) {
        List<Row> rows = new ArrayList<>();
        for (int panel = 0; panel < chart.panels().size(); panel++) {
            for (Series series : chart.panels().get(panel).series()) {
                if (series.keys().stream().noneMatch(hidden::contains) && series.x().length > 0
                        && d <= series.x()[series.x().length - 1]) {
                    rows.add(row(d, panel, series, chart.y()));
                }
            }
        }
        return new Reading(chart, d, rows);
    }

    private static Row row(int d, int panel, Series series, Axis axis) {
        int i = series.nearest(d);
        String text = series instanceof Series.Band band && !band.solid()
                ? written(band.low()[i], axis) + " – " + written(band.high()[i], axis)
                : written(series.values()[i], axis);
        double x = series.x()[i];
        return new Row(panel, series, text, x == d ? "" : " at " + Numbers.whole(x), x, height(series, i));
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

    /**
     * Returns the value that stands at a switch of the legend.
     *
     * @param key the switch
     * @param panel the place of the panel in the chart
     * @return the value of the series that belongs to this switch alone; nothing where it is switched off or ends before d
     */
    public Optional<String> value(String key, int panel) {
        return rows.stream()
                .filter(row -> row.panel() == panel && row.series().keys().size() == 1
                        && row.series().keys().contains(key))
                .filter(row -> !(row.series() instanceof Series.Band band) || band.solid())
                .map(Row::value)
                .findFirst();
    }

    /** Returns the reading as a sentence, for screen readers. */
    public String inWords() {
        StringBuilder words = new StringBuilder("d = ").append(d);
        rows.forEach(row -> {
            String name = chart.panels().get(row.panel()).name();
            words.append("; ")
                    .append(name.isEmpty() ? "" : name + ": ")
                    .append(row.series().name())
                    .append(' ')
                    .append(row.value())
                    .append(row.place());
        });
        return words.toString();
    }
}
