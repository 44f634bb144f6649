package org.matryoscope.chart;

import java.util.Locale;

/** Draws as SVG 1.1. Text stays text, in the app's font where it is installed, else in a sans serif one. */
final class SvgSurface implements Surface {
    private final StringBuilder body = new StringBuilder();
    private int clips;

    @Override
    public void rectangle(double x, double y, double width, double height, Colour fill) {
        body.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s/>\n".formatted(number(x), number(y),
                number(width), number(height), fill(fill)));
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, Pen pen) {
        body.append("<polyline points=\"")
                .append(points(xs, ys, count))
                .append("\" fill=\"none\" stroke=\"")
                .append(pen.colour().hex())
                .append("\" stroke-width=\"")
                .append(number(pen.width()))
                .append("\" stroke-linejoin=\"round\"");
        if (pen.colour().opacity() < 1) {
            body.append(" stroke-opacity=\"").append(number(pen.colour().opacity())).append('"');
        }
        body.append(pen.dashed()
                ? " stroke-dasharray=\"%s %s\"".formatted(number(3.5 * pen.width()), number(2.5 * pen.width()))
                : " stroke-linecap=\"round\"").append("/>\n");
    }

    @Override
    public void polygon(double[] xs, double[] ys, int count, Colour fill) {
        body.append("<polygon points=\"").append(points(xs, ys, count)).append('"').append(fill(fill)).append("/>\n");
    }

    @Override
    public void text(String text, double x, double y, TextStyle style) {
        String anchor = switch (style.align()) {
            case LEFT -> "start";
            case CENTRE -> "middle";
            case RIGHT -> "end";
        };
        double baseline = ChartFont.baseline(style);
        String place = style.upwards()
                ? "transform=\"translate(%s %s) rotate(-90)\"".formatted(number(x + baseline), number(y))
                : "x=\"%s\" y=\"%s\"".formatted(number(x), number(y + baseline));
        body.append(
                "<text %s font-size=\"%s\" text-anchor=\"%s\"%s%s>%s</text>\n".formatted(place, number(style.size()),
                        anchor, style.bold() ? " font-weight=\"bold\"" : "", fill(style.colour()), escaped(text)));
    }

    @Override
    public double width(String text, TextStyle style) {
        return ChartFont.width(text, style);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        clips++;
        body.append("<clipPath id=\"clip%d\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/></clipPath>\n"
                .formatted(clips, number(x), number(y), number(width), number(height)));
        body.append("<g clip-path=\"url(#clip%d)\">\n".formatted(clips));
    }

    @Override
    public void unclip() {
        body.append("</g>\n");
    }

    /**
     * Returns the whole file.
     *
     * @param width of the drawing, in its own pixels
     * @param height of the drawing, in its own pixels
     * @param millimetres how wide it is on paper; 0 to leave it in pixels
     */
    String document(double width, double height, double millimetres) {
        String size = millimetres > 0
                ? "width=\"%smm\" height=\"%smm\"".formatted(number(millimetres), number(millimetres * height / width))
                : "width=\"%s\" height=\"%s\"".formatted(number(width), number(height));
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" %s viewBox=\"0 0 %s %s\" font-family=\"'%s', 'DejaVu Sans', Arial, sans-serif\">\n"
                .formatted(size, number(width), number(height), ChartFont.FAMILY) + body + "</svg>\n";
    }

    private static String points(double[] xs, double[] ys, int count) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < count; i++) {
            points.append(i == 0 ? "" : " ").append(number(xs[i])).append(',').append(number(ys[i]));
        }
        return points.toString();
    }

    private static String fill(Colour colour) {
        return " fill=\"" + colour.hex() + "\""
                + (colour.opacity() < 1 ? " fill-opacity=\"" + number(colour.opacity()) + "\"" : "");
    }

    /** Two decimals, which no eye can tell from more, without idle zeros. */
    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        String shortened = text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
        return shortened.equals("-0") ? "0" : shortened;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
