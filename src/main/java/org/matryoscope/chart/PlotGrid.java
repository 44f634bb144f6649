package org.matryoscope.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.matryoscope.base.Numbers;
import org.matryoscope.chart.Surface.Align;

/**
 * Where the panels of a chart are within a drawing area: side by side, or in rows where that leaves them larger.
 *
 * @param chart what is drawn
 * @param width the width of the whole area
 * @param height the height of the whole area
 * @param plots a panel each, row by row
 */
public record PlotGrid(Chart chart, double width, double height, List<Plot> plots) {
    /** The largest share of a panel's width that the labels at line ends may take. */
    private static final double LABELS_AT_MOST = 0.38;
    /** A panel is seen best about this much wider than high. */
    private static final double ASPECT = 1.3;

    /** Copies the list. */
    public PlotGrid {
        plots = List.copyOf(plots);
    }

    /** Lays a chart out in an area; switches of the legend do not change the layout. */
    public static PlotGrid of(Chart chart, double width, double height, Look look, Surface surface) {
        int panels = chart.panels().size();
        double body = height - look.lineHeight() - look.gap() * 0.8;
        int columns = columns(panels, width, body);
        int rows = Math.ceilDiv(panels, columns);
        double rowHeight = body / rows;
        double above = look.lineHeight() * 1.5;
        double below = look.lineHeight() + look.gap() * 1.4;
        double plotHeight = Math.max(1, rowHeight - above - below);
        double first = look.lineHeight() + tickWidth(chart, plotHeight, look, surface) + look.gap() * 2.4;
        double before = look.gap() * 1.5;
        double panelWidth = (width - first + before) / columns;
        double after = after(chart, panelWidth, look, surface);
        List<Plot> plots = new ArrayList<>();
        for (int i = 0; i < panels; i++) {
            int column = i % columns;
            double left = first + column * panelWidth;
            double end = left + panelWidth - before;
            int row = i / columns;
            double top = row * rowHeight + above;
            plots.add(
                    new Plot(chart, i, left, top, Math.max(left + 1, end - after), top + plotHeight, end, column == 0));
        }
        return new PlotGrid(chart, width, height, plots);
    }

    /** The number of columns that leaves the panels largest, at the aspect that suits them. */
    private static int columns(int panels, double width, double height) {
        int best = 1;
        double largest = 0;
        for (int columns = 1; columns <= panels; columns++) {
            double size = Math.min(width / columns / ASPECT, height / Math.ceilDiv(panels, columns));
            if (size > largest) {
                largest = size;
                best = columns;
            }
        }
        return best;
    }

    private static double tickWidth(Chart chart, double plotHeight, Look look, Surface surface) {
        return yTicks(chart, plotHeight, look).stream()
                .mapToDouble(tick -> surface.width(tick.label(), look.text(Ink.MUTED, Align.RIGHT)))
                .max()
                .orElse(0);
    }

    /** The room right of a plot: for the labels of its lines, or half of the last tick's. */
    private static double after(Chart chart, double panelWidth, Look look, Surface surface) {
        double labels = chart.series()
                .mapToDouble(series -> series instanceof Series.Line line && !line.endLabel().isEmpty()
                        ? surface.width(line.endLabel(), look.text(Ink.TEXT, Align.LEFT)) + look.gap() * 3.2
                        : 0)
                .max()
                .orElse(0);
        double lastTick = surface.width(Numbers.whole(chart.x().max()), look.text(Ink.MUTED, Align.CENTRE)) / 2;
        return Math.max(Math.min(labels, panelWidth * LABELS_AT_MOST), lastTick + look.gap());
    }

    static List<Axis.Tick> yTicks(Chart chart, double length, Look look) {
        return Ticks.fitting(chart.y(), length, label -> look.fontSize(), look.fontSize() * 0.6);
    }

    /** Returns the panel whose plot, or whose labels beside it, are at a place; above and below them, the nearest one. */
    public Optional<Plot> at(double x, double y) {
        return plots.stream()
                .filter(plot -> x >= plot.left() && x <= plot.end())
                .min(Comparator.comparingDouble(plot -> Math.max(plot.top() - y, y - plot.bottom())));
    }
}
