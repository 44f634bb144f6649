package org.matryoscope.app.slider;

import javafx.scene.canvas.GraphicsContext;

/** The outline and the face of a matryoshka doll, drawn into a box; the box is {@link #ASPECT} as wide as high. */
public final class DollShape {
    /** Width over height of a doll. */
    public static final double ASPECT = 0.64;

    private DollShape() {
    }

    /**
     * Traces the outline as the current path.
     *
     * @param g where
     * @param x left edge of the box
     * @param y top edge of the box
     * @param height height of the box
     */
    public static void outline(GraphicsContext g, double x, double y, double height) {
        double w = height * ASPECT;
        g.beginPath();
        g.moveTo(x + 0.26 * w, y + height);
        curve(g, x, y, w, height, new double[]{0.02, 0.96, -0.10, 0.62, 0.17, 0.47});
        curve(g, x, y, w, height, new double[]{0.22, 0.43, 0.17, 0.36, 0.17, 0.27});
        curve(g, x, y, w, height, new double[]{0.17, 0.09, 0.32, 0, 0.50, 0});
        curve(g, x, y, w, height, new double[]{0.68, 0, 0.83, 0.09, 0.83, 0.27});
        curve(g, x, y, w, height, new double[]{0.83, 0.36, 0.78, 0.43, 0.83, 0.47});
        curve(g, x, y, w, height, new double[]{1.10, 0.62, 0.98, 0.96, 0.74, 1});
        g.closePath();
    }

    private static void curve(GraphicsContext g, double x, double y, double w, double h, double[] p) {
        g.bezierCurveTo(x + p[0] * w, y + p[1] * h, x + p[2] * w, y + p[3] * h, x + p[4] * w, y + p[5] * h);
    }

    /**
     * Fills the face with the current paint.
     *
     * @param g where
     * @param x left edge of the doll's box
     * @param y top edge of the doll's box
     * @param height height of the doll's box
     */
    public static void face(GraphicsContext g, double x, double y, double height) {
        double w = height * ASPECT;
        g.fillOval(x + 0.29 * w, y + 0.10 * height, 0.42 * w, 0.29 * height);
    }

    /**
     * Fills eyes and mouth with the current paint.
     *
     * @param g where
     * @param x left edge of the doll's box
     * @param y top edge of the doll's box
     * @param height height of the doll's box
     */
    public static void features(GraphicsContext g, double x, double y, double height) {
        double w = height * ASPECT;
        double eye = 0.06 * w;
        g.fillOval(x + 0.41 * w - eye / 2, y + 0.22 * height, eye, eye);
        g.fillOval(x + 0.59 * w - eye / 2, y + 0.22 * height, eye, eye);
        g.fillOval(x + 0.45 * w, y + 0.31 * height, 0.10 * w, 0.025 * height);
    }
}
