package org.matryoscope.app.chart;

import java.util.HashMap;
import java.util.Map;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

import org.matryoscope.chart.Colour;
import org.matryoscope.chart.Surface;

/** Draws on a JavaFX canvas. */
final class CanvasSurface implements Surface {
    private static final int REMEMBERED_WIDTHS = 2000;

    private final GraphicsContext graphics;
    private final String family;
    private final Text measure = new Text();
    private final Map<Object, Double> widths = new HashMap<>();

    CanvasSurface(GraphicsContext graphics, String family) {
        this.graphics = graphics;
        this.family = family;
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Colour fill) {
        graphics.setFill(paint(fill));
        graphics.fillRect(x, y, width, height);
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, Pen pen) {
        graphics.setStroke(paint(pen.colour()));
        graphics.setLineWidth(pen.width());
        graphics.setLineCap(pen.dashed() ? StrokeLineCap.BUTT : StrokeLineCap.ROUND);
        if (pen.dashed()) {
            graphics.setLineDashes(3.5 * pen.width(), 2.5 * pen.width());
        } else {
            graphics.setLineDashes();
        }
        graphics.strokePolyline(xs, ys, count);
    }

    @Override
    public void polygon(double[] xs, double[] ys, int count, Colour fill) {
        graphics.setFill(paint(fill));
        graphics.fillPolygon(xs, ys, count);
    }

    @Override
    public void text(String text, double x, double y, TextStyle style) {
        graphics.setFill(paint(style.colour()));
        graphics.setFont(font(style));
        graphics.setTextAlign(switch (style.align()) {
            case LEFT -> TextAlignment.LEFT;
            case CENTRE -> TextAlignment.CENTER;
            case RIGHT -> TextAlignment.RIGHT;
        });
        if (style.upwards()) {
            graphics.save();
            graphics.translate(x, y);
            graphics.rotate(-90);
            graphics.fillText(text, 0, 0);
            graphics.restore();
        } else {
            graphics.fillText(text, x, y);
        }
    }

    @Override
    public double width(String text, TextStyle style) {
        record Key(String text, double size, boolean bold) {}
        if (widths.size() > REMEMBERED_WIDTHS) {
            widths.clear();
        }
        return widths.computeIfAbsent(new Key(text, style.size(), style.bold()), key -> {
            measure.setFont(font(style));
            measure.setText(text);
            return measure.getLayoutBounds().getWidth();
        });
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        graphics.save();
        graphics.beginPath();
        graphics.rect(x, y, width, height);
        graphics.clip();
    }

    @Override
    public void unclip() {
        graphics.restore();
    }

    private static Color paint(Colour colour) {
        return Color.color(colour.red(), colour.green(), colour.blue(), colour.opacity());
    }

    private Font font(TextStyle style) {
        return Font.font(family, style.bold() ? FontWeight.BOLD : FontWeight.NORMAL, style.size());
    }
}
