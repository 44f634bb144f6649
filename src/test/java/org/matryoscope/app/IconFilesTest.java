package org.matryoscope.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

import org.matryoscope.app.slider.DollShape;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The icon is the slider's doll, three times, each inside the next; with {@code -Dmatryoscope.icons=write} its files are written
 * anew.
 */
@ExtendWith(ApplicationExtension.class)
class IconFilesTest {
    private static final Path FOLDER = Path.of("assets/icons");
    private static final List<Color> DOLLS = List.of(Color.web("#9cc9e6"), Color.web("#3c97cf"), Color.web("#00507d"));
    private static final Color FACE = Color.web("#fdf1e3");
    private static final Color FEATURES = Color.web("#24292f");
    private static final double EACH_SMALLER = 0.66;
    /** Of 255: another machine may blend an edge differently. */
    private static final double MEAN_DIFFERENCE = 2;

    @Test
    void areTheDollOfTheSlider() throws IOException {
        for (int size : AppIcon.SIZES) {
            BufferedImage drawn = WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(() -> draw(size)));
            Path file = FOLDER.resolve("matryoscope-" + size + ".png");
            if ("write".equals(System.getProperty("matryoscope.icons"))) {
                Files.createDirectories(FOLDER);
                ImageIO.write(drawn, "png", file.toFile());
            }
            BufferedImage kept = ImageIO.read(file.toFile());
            assertThat(kept.getWidth()).isEqualTo(size);
            assertThat(kept.getHeight()).isEqualTo(size);
            assertThat(meanDifference(kept, drawn)).as(file.toString()).isLessThan(MEAN_DIFFERENCE);
        }
    }

    private static BufferedImage draw(int size) {
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
            height *= EACH_SMALLER;
        }
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        return SwingFXUtils.fromFXImage(canvas.snapshot(parameters, null), null);
    }

    private static double meanDifference(BufferedImage a, BufferedImage b) {
        long sum = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                    sum += Math.abs((a.getRGB(x, y) >>> shift & 0xFF) - (b.getRGB(x, y) >>> shift & 0xFF));
                }
            }
        }
        return sum / 4.0 / a.getWidth() / a.getHeight();
    }
}
