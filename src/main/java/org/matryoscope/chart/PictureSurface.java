package org.matryoscope.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.Deque;

/** Draws a picture, with Java 2D. */
final class PictureSurface implements Surface {
    private final Graphics2D graphics;
    private final Deque<Shape> clips = new ArrayDeque<>();

    PictureSurface(Graphics2D graphics) {
        this.graphics = graphics;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Colour fill) {
        graphics.setColor(color(fill));
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, Pen pen) {
        graphics.setColor(color(pen.colour()));
        float width = (float) pen.width();
        graphics.setStroke(pen.dashed()
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1,
                        new float[]{3.5f * width, 2.5f * width}, 0)
                : new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path(xs, ys, count));
    }

    @Override
    public void polygon(double[] xs, double[] ys, int count, Colour fill) {
        graphics.setColor(color(fill));
        Path2D path = path(xs, ys, count);
        path.closePath();
        graphics.fill(path);
    }

    @Override
    public void text(String text, double x, double y, TextStyle style) {
        graphics.setColor(color(style.colour()));
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        if (style.upwards()) {
            graphics.rotate(-Math.PI / 2);
        }
        double at = ChartFont.start(text, style);
        for (ChartFont.Run run : ChartFont.runs(text, style)) {
            graphics.setFont(run.font());
            graphics.drawString(run.text(), (float) at, (float) ChartFont.baseline(style));
            at += run.width();
        }
        graphics.setTransform(before);
    }

    @Override
    public double width(String text, TextStyle style) {
        return ChartFont.width(text, style);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        Shape before = graphics.getClip();
        clips.push(before == null ? new Rectangle2D.Double(-1e6, -1e6, 2e6, 2e6) : before);
        graphics.clip(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void unclip() {
        graphics.setClip(clips.pop());
    }

    private static Path2D path(double[] xs, double[] ys, int count) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < count; i++) {
            if (i == 0) {
                path.moveTo(xs[i], ys[i]);
            } else {
                path.lineTo(xs[i], ys[i]);
            }
        }
        return path;
    }

    private static Color color(Colour colour) {
        return new Color((float) colour.red(), (float) colour.green(), (float) colour.blue(), (float) colour.opacity());
    }
}
