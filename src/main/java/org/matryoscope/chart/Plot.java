package org.matryoscope.chart;

import java.util.List;
import java.util.Set;

import org.matryoscope.base.Numbers;
import org.matryoscope.chart.Surface.Align;

/**
 * Where things are: the rectangle that the axes span within a drawing area.
 *
 * @param chart what is drawn
 * @param width the width of the whole area
 * @param height the height of the whole area
 * @param left the left edge of the rectangle
 * @param top its top edge; above it is a strip for the label of the moving line
 * @param right its right edge; beyond it are the labels of the lines
 * @param bottom its bottom edge
 */
public record Plot(Chart chart, double width, double height, double left, double top, double right, double bottom) {
    /** The largest share of the width that the labels at line ends may take. */
    private static final double LABELS_AT_MOST = 0.38;

    /** Lays a chart out in an area; switches of the legend do not change the layout. */
    public static Plot of(Chart chart, double width, double height, Look look, Surface surface) {
        double top = look.lineHeight() * 1.5;
        double bottom = Math.max(top + 1, height - look.lineHeight() * 2 - look.gap() * 2.2);
        List<Axis.Tick> yTicks = yTicks(chart, bottom - top, look);
        double tickWidth = yTicks.stream()
                .mapToDouble(tick -> surface.width(tick.label(), look.text(Ink.MUTED, Align.RIGHT)))
                .max()
                .orElse(0);
        double left = look.lineHeight() + tickWidth + look.gap() * 2.4;
        double labels = chart.series()
                .stream()
                .mapToDouble(series -> series instanceof Series.Line line && !line.endLabel().isEmpty()
                        ? surface.width(line.endLabel(), look.text(Ink.TEXT, Align.LEFT)) + look.gap() * 3.2
                        : 0)
                .max()
                .orElse(0);
        double lastTick = surface.width(Numbers.whole(chart.x().max()), look.text(Ink.MUTED, Align.CENTRE)) / 2;
        double right = width - Math.max(Math.min(labels, width * LABELS_AT_MOST), lastTick + look.gap());
        return new Plot(chart, width, height, left, top, Math.max(left + 1, right), bottom);
    }

    static List<Axis.Tick> yTicks(Chart chart, double length, Look look) {
        return Ticks.fitting(chart.y(), length, label -> look.fontSize(), look.fontSize() * 0.6);
    }

    public double x(double value) {
        return left + chart.x().fraction(value) * (right - left);
    }

    public double y(double value) {
        return bottom - chart.y().fraction(value) * (bottom - top);
    }

    /** Keeps a height that an infinite or out-of-scale value (0 on a log axis) would put far away just outside the plot. */
    double yWithin(double value) {
        double y = y(value);
        return Double.isNaN(y) ? Double.NaN : Math.clamp(y, top - 1000, bottom + 1000);
    }

    /** Returns the prefix length or dimension under a place: a whole number that can be set as d. */
    public int prefixAt(double px) {
        double value = chart.x().valueAt((px - left) / (right - left));
        boolean cells = chart.series().stream().anyMatch(Series.Bars.class::isInstance);
        return Math.clamp(cells ? (long) Math.ceil(value) : Math.round(value), 1, Math.max(1, chart.maxPrefix()));
    }

    /** Returns the series that are switched on. */
    public List<Series> visible(Set<String> hidden) {
        return chart.series().stream().filter(series -> series.keys().stream().noneMatch(hidden::contains)).toList();
    }
}
