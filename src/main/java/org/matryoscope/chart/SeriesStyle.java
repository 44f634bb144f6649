package org.matryoscope.chart;

/**
 * How a series is drawn. Colour is never alone: sides differ in dash and lightness, kinds in their marker.
 *
 * @param ink its colour
 * @param pale whether the colour is mixed with the background
 * @param dashed whether lines are dashed
 * @param width the width of lines, in pixels
 * @param marker what marks some of its points
 */
public record SeriesStyle(Ink ink, boolean pale, boolean dashed, double width, Marker marker) {
    /** What marks points. */
    public enum Marker {
        NONE, CIRCLE, CROSS, SQUARE
    }

    /** A solid line of normal width without markers. */
    public static SeriesStyle solid(Ink ink) {
        return new SeriesStyle(ink, false, false, 2, Marker.NONE);
    }

    /** The style of the i-th of many series, from 0: when the colours are used up they come again in dashed lines. */
    public static SeriesStyle numbered(int i) {
        SeriesStyle style = solid(Ink.series().get(i % Ink.series().size()));
        return i < Ink.series().size() ? style : style.asDashed();
    }

    /** The form that model B's series take: dashed. */
    public SeriesStyle asDashed() {
        return new SeriesStyle(ink, pale, true, width, marker);
    }

    /** A paler form. */
    public SeriesStyle asPale() {
        return new SeriesStyle(ink, true, dashed, width, marker);
    }

    /** The same with a marker. */
    public SeriesStyle with(Marker other) {
        return new SeriesStyle(ink, pale, dashed, width, other);
    }

    /** The same with lines of another width. */
    public SeriesStyle wide(double pixels) {
        return new SeriesStyle(ink, pale, dashed, pixels, marker);
    }
}
