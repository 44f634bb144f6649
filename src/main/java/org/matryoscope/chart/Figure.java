package org.matryoscope.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.matryoscope.chart.Surface.Align;
import org.matryoscope.chart.Surface.TextStyle;

/** A chart that stands alone: its title and its legend over it, in wrapped lines. */
final class Figure {
    private static final double SWATCH = 2;

    private final Chart chart;
    private final Look look;
    private final Surface surface;
    private final double width;

    private Figure(Chart chart, double width, Look look, Surface surface) {
        this.chart = chart;
        this.width = width;
        this.look = look;
        this.surface = surface;
    }

    static void draw(Chart chart, double width, double height, Look look, Surface surface) {
        new Figure(chart, width, look, surface).draw(height);
    }

    private void draw(double height) {
        surface.rectangle(0, 0, width, height, look.palette().of(Ink.BACKGROUND));
        double y = look.gap() + look.lineHeight() / 2;
        for (String line : lines(chart.title())) {
            surface.text(line, look.gap(), y, look.bold(Align.LEFT));
            y += look.lineHeight();
        }
        y = legend(y);
        double top = Math.min(y - look.lineHeight() / 2, height - look.fontSize() * 10);
        Surface below = new Shifted(surface, top);
        ChartRenderer.draw(PlotGrid.of(chart, width, height - top, look, below), Set.of(), look, below);
    }

    private List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && surface.width(longer, look.bold(Align.LEFT)) > width - 2 * look.gap()) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** Draws the legend from a line on; returns the line after it. */
    private double legend(double from) {
        TextStyle style = look.text(Ink.MUTED, Align.LEFT);
        double swatch = look.fontSize() * SWATCH;
        double x = look.gap();
        double y = from;
        for (LegendEntry entry : chart.legend()) {
            String label = surface.fitted(entry.inFull(), (width - look.gap() * 6) / 2 - swatch - look.gap(), style);
            double needed = swatch + look.gap() + surface.width(label, style);
            needed = entry.described() ? (width - look.gap() * 6) / 2 : needed;
            if (x > look.gap() && x + needed > width - look.gap()) {
                x = look.gap();
                y += look.lineHeight();
            }
            if (entry.area()) {
                surface.rectangle(x, y - look.fontSize() * 0.35, swatch, look.fontSize() * 0.7,
                        look.palette().of(entry.style()));
            } else {
                surface.line(x, y, x + swatch, y, look.pen(entry.style()));
                SeriesPainter.marker(entry.style(), x + swatch / 2, y, look, surface);
            }
            surface.text(label, x + swatch + look.gap(), y, style);
            x += needed + look.fontSize() * 1.5;
        }
        return chart.legend().isEmpty() ? from : y + look.lineHeight();
    }
}
