package org.matryoscope.app.chart;

import org.matryoscope.app.chart.Surface.Align;
import org.matryoscope.app.chart.Surface.Pen;
import org.matryoscope.app.chart.Surface.TextStyle;

/**
 * Colours and text size in force.
 *
 * @param palette the colours
 * @param fontSize the size of text in pixels; all distances follow from it
 */
record Look(Palette palette, double fontSize) {
    double lineHeight() {
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
        return new TextStyle(palette.of(Ink.TEXT), fontSize, true, align, false);
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
