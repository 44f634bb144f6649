package org.matryoscope.chart;

import org.matryoscope.chart.Surface.Align;
import org.matryoscope.chart.Surface.Pen;
import org.matryoscope.chart.Surface.TextStyle;

/**
 * Colours and text size in force.
 *
 * @param palette the colours
 * @param fontSize the size of text in pixels; all distances follow from it
 */
public record Look(Palette palette, double fontSize) {
    /** Returns the height of a line of text. */
    public double lineHeight() {
        return fontSize * 1.35;
    }

    /** The common small distance. */
    double gap() {
        return fontSize * 0.5;
    }

    TextStyle text(Ink ink, Align align) {
        return new TextStyle(palette.of(ink), fontSize, false, align, false);
    }

    TextStyle bold(Align align) {
        return bold(Ink.TEXT, align);
    }

    TextStyle bold(Ink ink, Align align) {
        return new TextStyle(palette.of(ink), fontSize, true, align, false);
    }

    TextStyle upwards(Ink ink) {
        return new TextStyle(palette.of(ink), fontSize, false, Align.CENTRE, true);
    }

    Pen pen(Ink ink, double width) {
        return new Pen(palette.of(ink), width, false);
    }

    Pen pen(SeriesStyle style) {
        return new Pen(palette.of(style), style.width(), style.dashed());
    }
}
