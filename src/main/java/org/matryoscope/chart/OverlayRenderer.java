package org.matryoscope.chart;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Numbers;
import org.matryoscope.chart.Surface.Align;
import org.matryoscope.chart.Surface.Pen;

/** Draws what moves over one panel of a chart: the line at d with its shading, the reading cursor, and a line brought out. */
public final class OverlayRenderer {
    private static final double FADE = 0.55;

    private final Plot plot;
    private final Set<String> hidden;
    private final Look look;
    private final Surface surface;

    /**
     * Draws over a panel.
     *
     * @param plot its layout
     * @param hidden the legend entries switched off
     * @param look colours and text size
     * @param surface takes the drawing
     */
    public OverlayRenderer(Plot plot, Set<String> hidden, Look look, Surface surface) {
        this.plot = plot;
        this.hidden = hidden;
        this.look = look;
        this.surface = surface;
    }

    /**
     * Draws the overlay.
     *
     * @param d the prefix length kept
     * @param reading the values under the cursor; null where none are read
     * @param highlighted the switch of the legend whose lines are brought out; null for none
     */
    public void draw(int d, @Nullable Reading reading, @Nullable String highlighted) {
        if (highlighted != null) {
            highlight(highlighted);
        }
        if (plot.chart().hasPrefixes()) {
            movingLine(d);
        }
        if (reading != null) {
            crosshair(reading);
        }
    }

    private void highlight(String key) {
        surface.rectangle(plot.left(), plot.top(), plot.end() - plot.left(), plot.bottom() - plot.top(),
                look.palette().wash(FADE));
        for (Series series : plot.visible(hidden)) {
            if (series instanceof Series.Line line && line.keys().contains(key)) {
                Pen own = look.pen(line.style());
                new SeriesPainter(plot, look, surface).line(line,
                        new Pen(own.colour(), own.width() + 1.5, own.dashed()));
            }
        }
        EndLabels.paint(EndLabels.place(plot.visible(hidden), plot, look.lineHeight())
                .stream()
                .filter(label -> label.line().keys().contains(key))
                .toList(), plot, look, surface);
    }

    private void movingLine(int d) {
        double x = Math.clamp(plot.x(d), plot.left(), plot.right());
        if (plot.chart().dropShading()) {
            surface.rectangle(x, plot.top(), plot.right() - x, plot.bottom() - plot.top(), look.palette().wash(FADE));
        }
        double line = Math.round(x) + 0.5;
        surface.line(line, plot.top() - look.gap() / 2, line, plot.bottom(), look.pen(Ink.CURSOR, 1.5));
        if (plot.panel().title().isEmpty()) {
            label("d = " + Numbers.whole(d), x);
        }
    }

    private void label(String text, double x) {
        var style = look.bold(Align.CENTRE);
        double half = surface.width(text, style) / 2;
        double middle = Math.clamp(x, plot.left() + half, Math.max(plot.left() + half, plot.right() - half));
        double y = plot.top() - look.gap() / 2 - look.lineHeight() / 2;
        surface.text(text, middle, y, style);
        if (plot.chart().dropShading()) {
            side("kept", middle - half - look.gap(), plot.left(), y, Align.RIGHT);
            side("dropped", middle + half + look.gap(), plot.right(), y, Align.LEFT);
        }
    }

    private void side(String text, double x, double limit, double y, Align align) {
        var style = look.text(Ink.MUTED, align);
        if (Math.abs(limit - x) >= surface.width(text, style)) {
            surface.text(text, x, y, style);
        }
    }

    private void crosshair(Reading reading) {
        double x = Math.round(plot.x(reading.d())) + 0.5;
        surface.line(x, plot.top(), x, plot.bottom(), new Pen(look.palette().of(Ink.AXIS), 1, true));
        double r = look.fontSize() * 0.28;
        for (Reading.Row row : reading.rows()) {
            double y = plot.yWithin(row.y());
            if (row.panel() == plot.index() && !(row.series() instanceof Series.Band) && y >= plot.top()
                    && y <= plot.bottom()) {
                surface.rectangle(plot.x(row.x()) - r, y - r, 2 * r, 2 * r, look.palette().of(row.series().style()));
            }
        }
    }
}
