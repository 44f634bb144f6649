package org.matryoscope.chart;

/** What a chart is drawn on: a canvas, a picture, a page. Units are pixels from the top left. */
public interface Surface {
    /** Fills a rectangle. */
    void rectangle(double x, double y, double width, double height, Colour fill);

    /** Draws a line through the first {@code count} points. */
    void polyline(double[] xs, double[] ys, int count, Pen pen);

    /** Fills the polygon of the first {@code count} points. */
    void polygon(double[] xs, double[] ys, int count, Colour fill);

    /** Writes a line of text whose vertical middle is at {@code y}; {@code x} is where its alignment says. */
    void text(String text, double x, double y, TextStyle style);

    /** Returns the width of a text in pixels. */
    double width(String text, TextStyle style);

    /** Draws only inside a rectangle from now on. */
    void clip(double x, double y, double width, double height);

    /** Ends the clip. */
    void unclip();

    /** Draws one straight line. */
    default void line(double x1, double y1, double x2, double y2, Pen pen) {
        polyline(new double[]{x1, x2}, new double[]{y1, y2}, 2, pen);
    }

    /** Returns the text, shortened with an ellipsis to a width. */
    default String fitted(String text, double width, TextStyle style) {
        if (width(text, style) <= width) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(text.substring(0, middle) + "…", style) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low == 0 ? "" : text.substring(0, low).stripTrailing() + "…";
    }

    /**
     * How a line is drawn.
     *
     * @param colour its colour
     * @param width its width
     * @param dashed whether it is dashed
     */
    record Pen(Colour colour, double width, boolean dashed) {}

    /** Where a text stands in relation to its x. */
    enum Align {
        LEFT, CENTRE, RIGHT
    }

    /**
     * How a text is written.
     *
     * @param colour its colour
     * @param size the font size
     * @param bold whether it is bold
     * @param align where it stands in relation to its x
     * @param upwards whether it reads from bottom to top; x is then its horizontal middle and y its vertical middle
     */
    record TextStyle(Colour colour, double size, boolean bold, Align align, boolean upwards) {
        TextStyle align(Align other) {
            return new TextStyle(colour, size, bold, other, upwards);
        }
    }
}
