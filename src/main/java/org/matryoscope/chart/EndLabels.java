package org.matryoscope.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.matryoscope.chart.Surface.Align;
import org.matryoscope.chart.Surface.Pen;

/** Labels at the right ends of lines, moved apart so that none overlap, each tied to its line. */
public final class EndLabels {
    /**
     * A label and where it stands.
     *
     * @param line its line
     * @param end the height of the line's end
     * @param y the height of the label's middle
     */
    public record Placed(Series.Line line, double end, double y) {}

    private EndLabels() {
    }

    /** Places the labels of visible lines; those for which there is no room are left out, the last in the list first. */
    public static List<Placed> place(List<Series> visible, Plot plot, double lineHeight) {
        int room = (int) Math.max(0, Math.floor((plot.bottom() - plot.top()) / lineHeight) + 1);
        List<Placed> wanted = new ArrayList<>(visible.stream()
                .filter(Series.Line.class::isInstance)
                .map(Series.Line.class::cast)
                .filter(line -> !line.endLabel().isEmpty() && !Double.isNaN(end(line)))
                .limit(room)
                .map(line -> {
                    double y = Math.clamp(plot.yWithin(end(line)), plot.top(), plot.bottom());
                    return new Placed(line, y, y);
                })
                .sorted(Comparator.comparingDouble(Placed::end))
                .toList());
        for (int i = 1; i < wanted.size(); i++) {
            lift(wanted, i, Math.max(wanted.get(i).y(), wanted.get(i - 1).y() + lineHeight));
        }
        for (int i = wanted.size() - 1; i >= 0; i--) {
            double lowest = i == wanted.size() - 1 ? plot.bottom() : wanted.get(i + 1).y() - lineHeight;
            lift(wanted, i, Math.min(wanted.get(i).y(), lowest));
        }
        return wanted;
    }

    private static void lift(List<Placed> labels, int i, double y) {
        labels.set(i, new Placed(labels.get(i).line(), labels.get(i).end(), y));
    }

    private static double end(Series.Line line) {
        return line.y().length == 0 ? Double.NaN : line.y()[line.y().length - 1];
    }

    static void paint(List<Placed> labels, Plot plot, Look look, Surface surface) {
        var style = look.text(Ink.TEXT, Align.LEFT);
        double text = plot.right() + look.gap() * 2.4;
        for (Placed label : labels) {
            Pen pen = new Pen(look.palette().of(label.line().style()), 1, false);
            double x = plot.x(label.line().x()[label.line().x().length - 1]);
            surface.line(x, label.end(), text - look.gap() * 0.6, label.y(), pen);
            surface.text(surface.fitted(label.line().endLabel(), plot.end() - text, style), text, label.y(), style);
        }
    }
}
