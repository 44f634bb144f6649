package org.matryoscope.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.matryoscope.chart.Axis.Tick;
import org.matryoscope.chart.Surface.Align;
import org.matryoscope.chart.Surface.Pen;

/** Draws the body of a chart: all of it but what moves with d and with the mouse. */
public final class ChartRenderer {
    private final Plot plot;
    private final Look look;
    private final Surface surface;

    private ChartRenderer(Plot plot, Look look, Surface surface) {
        this.plot = plot;
        this.look = look;
        this.surface = surface;
    }

    /**
     * Draws a chart.
     *
     * @param grid its layout
     * @param hidden the legend entries switched off
     * @param look colours and text size
     * @param surface takes the drawing
     */
    public static void draw(PlotGrid grid, Set<String> hidden, Look look, Surface surface) {
        surface.rectangle(0, 0, grid.width(), grid.height(), look.palette().of(Ink.BACKGROUND));
        axisTitles(grid, look, surface);
        grid.plots().forEach(plot -> new ChartRenderer(plot, look, surface).draw(plot.visible(hidden)));
    }

    /** The titles of the axes, once for all panels, moved where one would leave the drawing area. */
    private static void axisTitles(PlotGrid grid, Look look, Surface surface) {
        Chart chart = grid.chart();
        Plot first = grid.plots().getFirst();
        Plot last = grid.plots().getLast();
        var upwards = look.upwards(Ink.MUTED);
        String y = surface.fitted(chart.y().label(), grid.height(), upwards);
        surface.text(y, look.lineHeight() / 2,
                within((first.top() + last.bottom()) / 2, surface.width(y, upwards), grid.height()), upwards);
        boolean trained = chart.panels()
                .stream()
                .flatMap(panel -> panel.marks().stream())
                .anyMatch(mark -> mark.kind() == Mark.Kind.TRAINED);
        var style = look.text(Ink.MUTED, Align.CENTRE);
        String x = surface.fitted(chart.x().label() + (trained ? "   ▲ trained prefix" : ""), grid.width(), style);
        double right = grid.plots().stream().mapToDouble(Plot::right).max().orElseThrow();
        surface.text(x, within((first.left() + right) / 2, surface.width(x, style), grid.width()),
                grid.height() - look.lineHeight() / 2 - look.gap() * 0.8, style);
    }

    private static double within(double middle, double length, double room) {
        return Math.clamp(middle, length / 2, Math.max(length / 2, room - length / 2));
    }

    private void draw(List<Series> visible) {
        title();
        yAxis();
        xAxis();
        surface.clip(plot.left(), plot.top() - look.gap(), plot.end() - plot.left(),
                plot.bottom() - plot.top() + look.gap() * 2);
        SeriesPainter painter = new SeriesPainter(plot, look, surface);
        visible.forEach(painter::paint);
        surface.unclip();
        EndLabels.paint(EndLabels.place(visible, plot, look.lineHeight()), plot, look, surface);
        findings();
    }

    private void title() {
        if (!plot.panel().title().isEmpty()) {
            var style = look.bold(plot.panel().ink(), Align.LEFT);
            surface.text(surface.fitted(plot.panel().title(), plot.end() - plot.left(), style), plot.left(),
                    plot.top() - look.lineHeight() * 0.9, style);
        }
    }

    private void yAxis() {
        var style = look.text(Ink.MUTED, Align.RIGHT);
        for (Tick tick : PlotGrid.yTicks(plot.chart(), plot.bottom() - plot.top(), look)) {
            double y = Math.round(plot.y(tick.value())) + 0.5;
            surface.line(plot.left(), y, plot.right(), y, look.pen(Ink.GRID, 1));
            if (plot.labelled()) {
                surface.text(tick.label(), plot.left() - look.gap(), y, style);
            }
        }
        if (plot.chart().y().min() < 0 && plot.chart().y().max() > 0) {
            double zero = Math.round(plot.y(0)) + 0.5;
            surface.line(plot.left(), zero, plot.right(), zero, look.pen(Ink.AXIS, 1));
        }
    }

    private void xAxis() {
        var style = look.text(Ink.MUTED, Align.CENTRE);
        double base = Math.round(plot.bottom()) + 0.5;
        surface.line(plot.left(), base, plot.right(), base, look.pen(Ink.AXIS, 1));
        for (Tick tick : Ticks.fitting(plot.chart().x(), plot.right() - plot.left(),
                label -> surface.width(label, style), look.gap())) {
            double x = Math.round(plot.x(tick.value())) + 0.5;
            surface.line(x, base, x, base + look.gap() / 2, look.pen(Ink.AXIS, 1));
            surface.text(tick.label(), x, base + look.gap() + look.lineHeight() / 2, style);
        }
        for (Mark mark : plot.panel().marks()) {
            if (mark.kind() == Mark.Kind.TRAINED) {
                double x = plot.x(mark.x());
                double r = look.fontSize() * 0.35;
                surface.polygon(new double[]{x - r, x + r, x}, new double[]{base + r * 1.5, base + r * 1.5, base}, 3,
                        look.palette().of(mark.style()));
            }
        }
    }

    /** Lines over the whole height, their texts one below the other where they would meet. */
    private void findings() {
        List<Mark> marks = plot.panel()
                .marks()
                .stream()
                .filter(mark -> mark.kind() == Mark.Kind.FINDING)
                .sorted(Comparator.comparingDouble(Mark::x))
                .toList();
        List<double[]> taken = new ArrayList<>();
        for (Mark mark : marks) {
            double x = Math.round(plot.x(mark.x())) + 0.5;
            Pen pen = new Pen(look.palette().of(mark.style()), 1.5, mark.style().dashed());
            surface.line(x, plot.top(), x, plot.bottom(), pen);
            var style = look.text(Ink.TEXT, Align.LEFT);
            double width = surface.width(mark.label(), style) + look.gap();
            boolean leftwards = x + width > plot.right();
            double from = leftwards ? x - width : x;
            double row = plot.bottom() - look.lineHeight();
            while (overlaps(taken, from, from + width, row) && row > plot.top() + look.lineHeight()) {
                row -= look.lineHeight();
            }
            taken.add(new double[]{from, from + width, row});
            surface.rectangle(from + 1, row - look.lineHeight() / 2, width - 2, look.lineHeight(),
                    look.palette().wash(0.85));
            surface.text(mark.label(), leftwards ? x - look.gap() / 2 : x + look.gap() / 2, row,
                    style.align(leftwards ? Align.RIGHT : Align.LEFT));
        }
    }

    private static boolean overlaps(List<double[]> taken, double from, double to, double row) {
        return taken.stream().anyMatch(box -> box[2] == row && from < box[1] && box[0] < to);
    }
}
