package org.matryoscope.chart;

import java.util.ArrayList;
import java.util.List;

/** Keeps what was drawn; its letters are all 0.55 font sizes wide. */
final class RecordingSurface implements Surface {
    /** A text and the rectangle that it takes. */
    record Box(String text, double left, double top, double right, double bottom) {
        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    /** A line. */
    record Stroke(double[] xs, double[] ys, int count, Pen pen) {}

    /** A rectangle. */
    record Filled(double x, double y, double width, double height, Colour fill) {}

    final List<Box> texts = new ArrayList<>();
    final List<Stroke> strokes = new ArrayList<>();
    final List<Filled> rectangles = new ArrayList<>();
    final List<double[]> polygons = new ArrayList<>();

    @Override
    public void rectangle(double x, double y, double width, double height, Colour fill) {
        rectangles.add(new Filled(x, y, width, height, fill));
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, Pen pen) {
        strokes.add(new Stroke(xs.clone(), ys.clone(), count, pen));
    }

    @Override
    public void polygon(double[] xs, double[] ys, int count, Colour fill) {
        polygons.add(xs.clone());
    }

    @Override
    public void text(String text, double x, double y, TextStyle style) {
        double width = width(text, style);
        double half = style.size() / 2;
        if (style.upwards()) {
            texts.add(new Box(text, x - half, y - width / 2, x + half, y + width / 2));
        } else {
            double left = switch (style.align()) {
                case LEFT -> x;
                case CENTRE -> x - width / 2;
                case RIGHT -> x - width;
            };
            texts.add(new Box(text, left, y - half, left + width, y + half));
        }
    }

    @Override
    public double width(String text, TextStyle style) {
        return text.length() * style.size() * 0.55;
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        // Only what is drawn matters, not what of it is seen.
    }

    @Override
    public void unclip() {
        // See clip.
    }
}
