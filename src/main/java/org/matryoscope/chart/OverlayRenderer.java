package org.matryoscope.chart;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Numbers;
import org.matryoscope.chart.Surface.Align;
import org.matryoscope.chart.Surface.Pen;

/** Draws what moves over a chart: the line at d with its shading, the reading cursor, and a line under the mouse. */
public final class OverlayRenderer {
    private static final double FADE = 0.55;
    /** A name in the readout takes at most this many font sizes. */
    private static final double NAME_WIDTH = 17;

    private final Plot plot;
    private final Set<String> hidden;
    private final Look look;
    private final Surface surface;

    /**
     * Draws over a chart.
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
     * @param cursor where values are read; 0 for nowhere
     * @param highlighted the line to bring out; null for none
     */
    public void draw(int d, int cursor, Series.@Nullable Line highlighted) {
        if (highlighted != null) {
            highlight(highlighted);
        }
        movingLine(d);
        if (cursor > 0) {
            Reading reading = Reading.at(cursor, plot, hidden);
            crosshair(reading);
            readout(reading, highlighted);
        }
    }

    private void highlight(Series.Line line) {
        surface.rectangle(plot.left(), plot.top(), plot.width() - plot.left(), plot.bottom() - plot.top(),
                look.palette().wash(FADE));
        Pen own = look.pen(line.style());
        new SeriesPainter(plot, look, surface).line(line, new Pen(own.colour(), own.width() + 1.5, own.dashed()));
        EndLabels.paint(EndLabels.place(plot.visible(hidden), plot, look.lineHeight())
                .stream()
                .filter(label -> label.line().equals(line))
                .toList(), plot, look, surface);
    }

    private void movingLine(int d) {
        double x = Math.clamp(plot.x(d), plot.left(), plot.right());
        if (plot.chart().dropShading()) {
            surface.rectangle(x, plot.top(), plot.right() - x, plot.bottom() - plot.top(), look.palette().wash(FADE));
        }
        double line = Math.round(x) + 0.5;
        surface.line(line, plot.top() - look.gap() / 2, line, plot.bottom(), look.pen(Ink.CURSOR, 1.5));
        String text = "d = " + Numbers.whole(d);
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
            if (!(row.series() instanceof Series.Band) && y >= plot.top() && y <= plot.bottom()) {
                surface.rectangle(plot.x(row.x()) - r, y - r, 2 * r, 2 * r, look.palette().of(row.series().style()));
            }
        }
    }

    private void readout(Reading reading, Series.@Nullable Line highlighted) {
        var name = look.text(Ink.TEXT, Align.LEFT);
        var value = look.bold(Align.RIGHT);
        double line = look.lineHeight();
        int room = (int) Math.max(1, Math.floor((plot.height() - 2 * look.gap()) / line) - 1);
        var rows = reading.rows();
        boolean all = rows.size() <= room;
        var shown = all ? rows : rows.subList(0, Math.max(0, room - 1));
        double names = Math.min(look.fontSize() * NAME_WIDTH,
                shown.stream().mapToDouble(row -> surface.width(row.series().name(), name)).max().orElse(0));
        double values = shown.stream().mapToDouble(row -> surface.width(row.value(), value)).max().orElse(0);
        double swatch = look.fontSize() * 1.5;
        double width = Math.max(swatch + names + values + look.gap() * 4, look.fontSize() * 6);
        double height = line * (shown.size() + 1 + (all ? 0 : 1)) + look.gap();
        double cursor = plot.x(reading.d());
        double left = cursor + look.fontSize() + width <= plot.width()
                ? cursor + look.fontSize()
                : Math.max(0, cursor - look.fontSize() - width);
        double top = Math.clamp(plot.top() + look.gap(), 0, Math.max(0, plot.height() - height));
        surface.rectangle(left - 1, top - 1, width + 2, height + 2, look.palette().of(Ink.AXIS));
        surface.rectangle(left, top, width, height, look.palette().of(Ink.BACKGROUND));
        double y = top + look.gap() / 2 + line / 2;
        surface.text("d = " + Numbers.whole(reading.d()), left + look.gap(), y, look.bold(Align.LEFT));
        for (Reading.Row row : shown) {
            y += line;
            SeriesStyle style = row.series().style();
            if (row.series() instanceof Series.Line) {
                surface.line(left + look.gap(), y, left + look.gap() + swatch, y, look.pen(style));
            } else {
                surface.rectangle(left + look.gap(), y - line / 4, swatch, line / 2, look.palette().of(style));
            }
            var nameStyle = row.series().equals(highlighted) ? look.bold(Align.LEFT) : name;
            surface.text(surface.fitted(row.series().name(), names, nameStyle), left + look.gap() * 2 + swatch, y,
                    nameStyle);
            surface.text(row.value(), left + width - look.gap(), y, value);
        }
        if (!all) {
            surface.text((rows.size() - shown.size()) + " more: switch off some above", left + look.gap(), y + line,
                    look.text(Ink.MUTED, Align.LEFT));
        }
    }
}
