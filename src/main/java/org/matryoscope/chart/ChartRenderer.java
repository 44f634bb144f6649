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
     * @param plot its layout
     * @param hidden the legend entries switched off
     * @param look colours and text size
     * @param surface takes the drawing
     */
    public static void draw(Plot plot, Set<String> hidden, Look look, Surface surface) {
        new ChartRenderer(plot, look, surface).draw(plot.visible(hidden));
    }

    private void draw(List<Series> visible) {
        surface.rectangle(0, 0, plot.width(), plot.height(), look.palette().of(Ink.BACKGROUND));
        yAxis();
        xAxis();
        surface.clip(plot.left(), plot.top() - look.gap(), plot.width() - plot.left(),
                plot.bottom() - plot.top() + look.gap() * 2);
        SeriesPainter painter = new SeriesPainter(plot, look, surface);
        visible.forEach(painter::paint);
        surface.unclip();
        EndLabels.paint(EndLabels.place(visible, plot, look.lineHeight()), plot, look, surface);
        findings();
    }

    private void yAxis() {
        var style = look.text(Ink.MUTED, Align.RIGHT);
        for (Tick tick : Plot.yTicks(plot.chart(), plot.bottom() - plot.top(), look)) {
            double y = Math.round(plot.y(tick.value())) + 0.5;
            surface.line(plot.left(), y, plot.right(), y, look.pen(Ink.GRID, 1));
            surface.text(tick.label(), plot.left() - look.gap(), y, style);
        }
        if (plot.chart().y().min() < 0 && plot.chart().y().max() > 0) {
            double zero = Math.round(plot.y(0)) + 0.5;
            surface.line(plot.left(), zero, plot.right(), zero, look.pen(Ink.AXIS, 1));
        }
        var title = look.upwards(Ink.MUTED);
        surface.text(surface.fitted(plot.chart().y().label(), plot.height(), title), look.lineHeight() / 2,
                middle(plot.chart().y().label(), title), title);
    }

    /** The middle of the axis, moved where the title would leave the drawing area. */
    private double middle(String label, Surface.TextStyle style) {
        double half = Math.min(surface.width(label, style), plot.height()) / 2;
        return Math.clamp((plot.top() + plot.bottom()) / 2, half, Math.max(half, plot.height() - half));
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
        for (Mark mark : plot.chart().marks()) {
            if (mark.kind() == Mark.Kind.TRAINED) {
                double x = plot.x(mark.x());
                double r = look.fontSize() * 0.35;
                surface.polygon(new double[]{x - r, x + r, x}, new double[]{base, base, base - r * 1.6}, 3,
                        look.palette().of(mark.style()));
            }
        }
        double trainedNote = plot.chart().marks().stream().anyMatch(mark -> mark.kind() == Mark.Kind.TRAINED) ? 1 : 0;
        String label = plot.chart().x().label() + (trainedNote > 0 ? "   ▲ trained prefix" : "");
        double centre = (plot.left() + plot.right()) / 2;
        double half = surface.width(label, style) / 2;
        surface.text(surface.fitted(label, plot.width(), style),
                Math.clamp(centre, Math.min(half, plot.width() / 2), Math.max(plot.width() - half, plot.width() / 2)),
                base + look.gap() * 1.4 + look.lineHeight() * 1.5, style);
    }

    /** Lines over the whole height, their texts one below the other where they would meet. */
    private void findings() {
        List<Mark> marks = plot.chart()
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
