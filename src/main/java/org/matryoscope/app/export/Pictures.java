package org.matryoscope.app.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;

import org.matryoscope.app.chart.ChartPane;
import org.matryoscope.base.Problem;

/** Takes pictures of the window and writes them. */
public final class Pictures {
    private Pictures() {
    }

    /**
     * Takes a picture of the whole window.
     *
     * @param root the window's content
     * @param charts the charts in it, which are drawn anew at the picture's resolution
     * @param scale pixels for each of the window's
     * @param without what to leave out; the rest takes its room
     * @return the picture
     */
    public static WritableImage window(Parent root, List<ChartPane> charts, double scale, List<Node> without) {
        setShown(without, false);
        charts.forEach(chart -> chart.setResolution(scale));
        try {
            root.applyCss();
            root.layout();
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setTransform(new Scale(scale, scale));
            return root.snapshot(parameters, null);
        } finally {
            charts.forEach(chart -> chart.setResolution(1));
            setShown(without, true);
        }
    }

    private static void setShown(List<Node> nodes, boolean shown) {
        for (Node node : nodes) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
    }

    /**
     * Writes a picture as PNG; not for the FX thread.
     *
     * @param picture what to write
     * @param file where to
     * @throws Problem if the file cannot be written
     */
    public static void write(Image picture, Path file) {
        BufferedImage pixels = SwingFXUtils.fromFXImage(picture, null);
        try {
            if (!ImageIO.write(pixels, "png", file.toFile())) {
                throw new IllegalStateException("no PNG writer");
            }
        } catch (IOException e) {
            throw new Problem(file.toString(), "the picture cannot be written",
                    "Check that the disk has room, or choose another folder.", e);
        }
    }
}
