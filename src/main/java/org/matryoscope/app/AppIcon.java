package org.matryoscope.app;

import java.util.List;

import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;

import org.matryoscope.app.slider.DollShape;

/** The app's icon: three dolls, each inside the next. */
final class AppIcon {
    private static final List<Integer> SIZES = List.of(16, 32, 64, 128, 256);
    private static final List<Color> DOLLS = List.of(Color.web("#9cc9e6"), Color.web("#3c97cf"), Color.web("#00507d"));
    private static final Color FACE = Color.web("#fdf1e3");
    private static final Color FEATURES = Color.web("#24292f");

    private AppIcon() {
    }

    /** Draws the icon in every size a desktop asks for. */
    static List<Image> images() {
        return SIZES.stream().map(AppIcon::draw).toList();
    }

    private static Image draw(int size) {
        Canvas canvas = new Canvas(size, size);
        GraphicsContext g = canvas.getGraphicsContext2D();
        double height = size;
        for (Color colour : DOLLS) {
            double x = (size - height * DollShape.ASPECT) / 2;
            double y = size - height;
            g.setFill(colour);
            DollShape.outline(g, x, y, height);
            g.fill();
            g.setFill(FACE);
            DollShape.face(g, x, y, height);
            g.setFill(FEATURES);
            DollShape.features(g, x, y, height);
            height *= 0.66;
        }
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        return canvas.snapshot(parameters, null);
    }
}
