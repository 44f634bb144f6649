package org.matryoscope.app.chart;

import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

import org.matryoscope.chart.Surface;

/**
 * A canvas as large as its region, drawn anew at most once a pulse. It is unmanaged, so that a redraw lays out nothing else.
 */
final class CanvasLayer extends Region {
    /** Draws a layer. */
    interface Painter {
        /**
         * Draws.
         *
         * @param surface takes the drawing; clear
         * @param width width of the layer
         * @param height height of the layer
         */
        void paint(Surface surface, double width, double height);
    }

    private final Canvas canvas = new Canvas();
    private final Scale shrink = new Scale();
    private final Painter painter;
    private boolean stale = true;
    private double resolution = 1;
    private String family = "System";
    private CanvasSurface surface = new CanvasSurface(canvas.getGraphicsContext2D(), family);
    private long draws;

    CanvasLayer(Painter painter) {
        this.painter = painter;
        setManaged(false);
        setMouseTransparent(true);
        canvas.getTransforms().add(shrink);
        getChildren().add(canvas);
    }

    /** Has the layer drawn at the next pulse. */
    void redraw() {
        stale = true;
        requestLayout();
    }

    /** Draws so many pixels for each of the scene's, for sharp enlarged pictures. */
    void setResolution(double pixels) {
        resolution = pixels;
        redraw();
    }

    void setFamily(String name) {
        if (!name.equals(family)) {
            family = name;
            surface = new CanvasSurface(canvas.getGraphicsContext2D(), family);
            redraw();
        }
    }

    /** Returns how often it was drawn. */
    long draws() {
        return draws;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() * resolution;
        double height = getHeight() * resolution;
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            stale = true;
        }
        if (stale && width > 0 && height > 0) {
            stale = false;
            draws++;
            shrink.setX(1 / resolution);
            shrink.setY(1 / resolution);
            var graphics = canvas.getGraphicsContext2D();
            graphics.setTransform(resolution, 0, 0, resolution, 0, 0);
            graphics.clearRect(0, 0, getWidth(), getHeight());
            painter.paint(surface, getWidth(), getHeight());
        }
    }
}
