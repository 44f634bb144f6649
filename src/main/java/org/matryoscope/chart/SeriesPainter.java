package org.matryoscope.chart;

import org.matryoscope.chart.SeriesStyle.Marker;
import org.matryoscope.chart.Surface.Pen;

/** Draws series into a plot. */
final class SeriesPainter {
    private static final double INTERVAL_OPACITY = 0.2;
    /** Markers along a line are at least this many pixels apart. */
    private static final double MARKER_DISTANCE = 60;

    private final Plot plot;
    private final Look look;
    private final Surface surface;

    SeriesPainter(Plot plot, Look look, Surface surface) {
        this.plot = plot;
        this.look = look;
        this.surface = surface;
    }

    void paint(Series series) {
        switch (series) {
            case Series.Line line -> line(line, look.pen(line.style()));
            case Series.Band band -> band(band);
            case Series.Bars bars -> bars(bars);
            case Series.Points points -> points(points);
        }
    }

    /** Draws a line with another pen than its own. */
    void line(Series.Line line, Pen pen) {
        double[] x = places(line.x());
        double[] y = heights(line.y());
        int from = 0;
        while (from < y.length) {
            int to = from;
            while (to < y.length && !Double.isNaN(y[to])) {
                to++;
            }
            if (to > from) {
                Decimation thin = Decimation.of(x, y, from, to);
                surface.polyline(thin.xs(), thin.ys(), thin.size(), pen);
            }
            from = to + 1;
        }
        if (line.style().marker() != Marker.NONE) {
            double last = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < x.length; i++) {
                if (!Double.isNaN(y[i]) && x[i] - last >= MARKER_DISTANCE) {
                    marker(line.style(), x[i], y[i], look, surface);
                    last = x[i];
                }
            }
        }
    }

    private void band(Series.Band band) {
        int n = band.x().length;
        double[] xs = new double[2 * n];
        double[] ys = new double[2 * n];
        for (int i = 0; i < n; i++) {
            xs[i] = plot.x(band.x()[i]);
            xs[2 * n - 1 - i] = xs[i];
            ys[i] = plot.yWithin(band.high()[i]);
            ys[2 * n - 1 - i] = plot.yWithin(band.low()[i]);
        }
        Colour colour = look.palette().of(band.style());
        surface.polygon(xs, ys, 2 * n, band.solid() ? colour : colour.withOpacity(INTERVAL_OPACITY));
    }

    /** Where several bars share a pixel column, the highest of them is drawn. */
    private void bars(Series.Bars bars) {
        Colour colour = look.palette().of(bars.style());
        double pixel = plot.x(1) - plot.x(0);
        double space = pixel >= 6 ? 1 : 0;
        for (int i = 0; i < bars.x().length;) {
            double left = plot.x(i == 0 ? bars.x()[0] - firstWidth(bars.x()) : bars.x()[i - 1]);
            int tallest = i;
            double right;
            do {
                tallest = bars.top()[i] > bars.top()[tallest] ? i : tallest;
                right = plot.x(bars.x()[i]);
                i++;
            } while (i < bars.x().length && right - left < 1);
            double top = plot.yWithin(bars.top()[tallest]);
            double base = plot.yWithin(bars.base()[tallest]);
            if (base > top) {
                surface.rectangle(left, top, Math.max(right - left - space, 0.5), base - top, colour);
            }
        }
    }

    private static double firstWidth(double[] edges) {
        return edges.length > 1 ? edges[1] - edges[0] : 1;
    }

    private void points(Series.Points points) {
        for (int i = 0; i < points.x().length; i++) {
            if (!Double.isNaN(points.values()[i])) {
                marker(points.style(), plot.x(points.x()[i]), plot.y(points.values()[i]), look, surface);
            }
        }
    }

    /** Draws a style's marker; nothing where it has none. */
    static void marker(SeriesStyle style, double x, double y, Look look, Surface surface) {
        double r = look.fontSize() * 0.32;
        Colour colour = look.palette().of(style);
        switch (style.marker()) {
            case NONE -> {
            }
            case CROSS -> {
                surface.line(x - r, y - r, x + r, y + r, new Pen(colour, 2, false));
                surface.line(x - r, y + r, x + r, y - r, new Pen(colour, 2, false));
            }
            case SQUARE -> surface.rectangle(x - r, y - r, 2 * r, 2 * r, colour);
            case CIRCLE -> {
                int corners = 16;
                double[] xs = new double[corners];
                double[] ys = new double[corners];
                for (int i = 0; i < corners; i++) {
                    xs[i] = x + r * Math.cos(2 * Math.PI * i / corners);
                    ys[i] = y + r * Math.sin(2 * Math.PI * i / corners);
                }
                surface.polygon(xs, ys, corners, colour);
            }
        }
    }

    private double[] places(double[] values) {
        double[] places = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            places[i] = plot.x(values[i]);
        }
        return places;
    }

    private double[] heights(double[] values) {
        double[] heights = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            heights[i] = plot.yWithin(values[i]);
        }
        return heights;
    }
}
