package org.matryoscope.question;

import org.matryoscope.chart.Ink;
import org.matryoscope.chart.SeriesStyle;
import org.matryoscope.vector.NumberFormat;

/** How number formats look, where they are the lines of a chart. */
public final class FormatStyle {
    private FormatStyle() {
    }

    /** Returns the style of a format's line. */
    public static SeriesStyle of(NumberFormat format) {
        return switch (format) {
            case FLOAT32 -> SeriesStyle.solid(Ink.GREY).wide(3.5);
            case FLOAT16 -> SeriesStyle.solid(Ink.GREEN).wide(1.5);
            case INT8 -> SeriesStyle.solid(Ink.BLUE);
            case BINARY -> SeriesStyle.solid(Ink.VERMILION);
        };
    }
}
