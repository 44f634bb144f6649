package org.matryoscope.chart;

import java.util.Arrays;

/**
 * A surface whose origin lies further down on another.
 *
 * @param surface takes the drawing
 * @param down how far, in pixels
 */
record Shifted(Surface surface, double down) implements Surface {
    @Override
    public void rectangle(double x, double y, double width, double height, Colour fill) {
        surface.rectangle(x, y + down, width, height, fill);
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, Pen pen) {
        surface.polyline(xs, moved(ys), count, pen);
    }

    @Override
    public void polygon(double[] xs, double[] ys, int count, Colour fill) {
        surface.polygon(xs, moved(ys), count, fill);
    }

    @Override
    public void text(String text, double x, double y, TextStyle style) {
        surface.text(text, x, y + down, style);
    }

    @Override
    public double width(String text, TextStyle style) {
        return surface.width(text, style);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        surface.clip(x, y + down, width, height);
    }

    @Override
    public void unclip() {
        surface.unclip();
    }

    private double[] moved(double[] ys) {
        return Arrays.stream(ys).map(y -> y + down).toArray();
    }
}
