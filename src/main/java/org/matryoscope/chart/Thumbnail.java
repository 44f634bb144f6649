package org.matryoscope.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.matryoscope.chart.Surface.Pen;

/** A chart in small: only its lines, bars and findings, for a glance; what it is and its numbers stand elsewhere. */
public final class Thumbnail {
    private static final double MARGIN = 2;
    private static final double BETWEEN = 8;

    private Thumbnail() {
    }

    /**
     * Draws the body.
     *
     * @param chart what to draw
     * @param width of the area, in pixels
     * @param height of the area
     * @param look colours and text size
     * @param surface takes the drawing
     */
    public static void draw(Chart chart, double width, double height, Look look, Surface surface) {
        for (Plot plot : plots(chart, width, height)) {
            surface.line(plot.left(), plot.bottom(), plot.right(), plot.bottom(), look.pen(Ink.AXIS, 1));
            surface.clip(plot.left(), plot.top(), plot.right() - plot.left(), plot.bottom() - plot.top());
            SeriesPainter painter = new SeriesPainter(plot, look, surface);
            plot.visible(Set.of()).forEach(painter::paint);
            plot.panel()
                    .marks()
                    .stream()
                    .filter(mark -> mark.kind() == Mark.Kind.FINDING)
                    .forEach(mark -> upright(plot, mark.x(),
                            new Pen(look.palette().of(mark.style()), 1, mark.style().dashed()), surface));
            surface.unclip();
        }
    }

    /**
     * Draws the line at d, where it has a place.
     *
     * @param chart what is drawn
     * @param d the prefix length kept
     * @param width of the area, in pixels
     * @param height of the area
     * @param look colours and text size
     * @param surface takes the drawing
     */
    public static void drawPrefix(Chart chart, int d, double width, double height, Look look, Surface surface) {
        if (!chart.hasPrefixes()) {
            return;
        }
        plots(chart, width, height).forEach(plot -> upright(plot, d, look.pen(Ink.CURSOR, 1), surface));
    }

    private static void upright(Plot plot, double x, Pen pen, Surface surface) {
        double at = Math.round(Math.clamp(plot.x(x), plot.left(), plot.right())) + 0.5;
        surface.line(at, plot.top(), at, plot.bottom(), pen);
    }

    private static List<Plot> plots(Chart chart, double width, double height) {
        int panels = chart.panels().size();
        double each = (width - 2 * MARGIN + BETWEEN) / panels;
        List<Plot> plots = new ArrayList<>();
        for (int i = 0; i < panels; i++) {
            double left = MARGIN + i * each;
            double right = Math.max(left + 1, left + each - BETWEEN);
            plots.add(new Plot(chart, i, left, MARGIN, right, Math.max(MARGIN + 1, height - MARGIN), right, false));
        }
        return plots;
    }
}
