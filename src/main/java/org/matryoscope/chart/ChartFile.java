package org.matryoscope.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

import org.matryoscope.base.Problem;

/** Writes charts as figures that stand alone, without a display: the same bytes each time. */
public final class ChartFile {
    /** The endings of the files that can be written. */
    public static final List<String> ENDINGS = List.of(".svg", ".pdf", ".png");

    private static final double FONT_SIZE = 12;
    private static final double MILLIMETRES_PER_INCH = 25.4;
    private static final double PIXELS_PER_INCH = 96;

    private ChartFile() {
    }

    /**
     * How large a figure is.
     *
     * @param width in pixels of 1/96 inch, in which text is 12 high
     * @param height likewise
     * @param millimetres how wide it is on paper; 0 where pixels were asked for
     * @param scale pixels of a picture for each of the figure's, at least 1
     */
    public record Size(double width, double height, double millimetres, double scale) {
        private static final double ASPECT = 0.62;

        /** A size in pixels. */
        public static Size pixels(double width, double height) {
            return new Size(width, height, 0, 1);
        }

        /** A width on paper; pictures get 300 dots an inch. */
        public static Size ofMillimetres(double width) {
            double pixels = width / MILLIMETRES_PER_INCH * PIXELS_PER_INCH;
            return new Size(pixels, pixels * ASPECT, width, 300 / PIXELS_PER_INCH);
        }

    }

    /**
     * Writes a chart.
     *
     * @param chart what to draw
     * @param file where to; its ending, one of {@link #ENDINGS}, decides over the format
     * @param size how large
     * @param theme its colours
     * @throws Problem if the ending is none of these, or the file cannot be written
     */
    public static void write(Chart chart, Path file, Size size, ChartTheme theme) {
        byte[] bytes = bytes(chart, file, size, theme);
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new Problem(file.toString(), "the figure cannot be written",
                    "Check that its folder exists and that the disk has room.", e);
        }
    }

    private static byte[] bytes(Chart chart, Path file, Size size, ChartTheme theme) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".svg")) {
            return svg(chart, size, theme).getBytes(StandardCharsets.UTF_8);
        }
        if (name.endsWith(".pdf")) {
            return pdf(chart, size, theme);
        }
        if (name.endsWith(".png")) {
            return png(chart, size, theme);
        }
        throw new Problem(file.toString(), "there is no figure of this kind",
                "Let the file's name end in " + endings() + ".");
    }

    /**
     * Draws a chart as SVG.
     *
     * @param chart what to draw
     * @param size how large
     * @param theme its colours
     * @return the file's text
     */
    public static String svg(Chart chart, Size size, ChartTheme theme) {
        SvgSurface surface = new SvgSurface();
        Figure.draw(chart, size.width(), size.height(), new Look(theme.palette(), FONT_SIZE), surface);
        return surface.document(size.width(), size.height(), size.millimetres());
    }

    /** Returns the endings, in words. */
    public static String endings() {
        return String.join(", ", ENDINGS.subList(0, ENDINGS.size() - 1)) + " or " + ENDINGS.getLast();
    }

    private static byte[] pdf(Chart chart, Size size, ChartTheme theme) {
        try (PdfSurface surface = new PdfSurface(chart.title(), size.width(), size.height())) {
            Figure.draw(chart, size.width(), size.height(), new Look(theme.palette(), FONT_SIZE), surface);
            return surface.bytes();
        }
    }

    /**
     * Draws a chart as a picture.
     *
     * @param chart what to draw
     * @param size how large
     * @param theme its colours
     * @return the picture
     */
    public static BufferedImage picture(Chart chart, Size size, ChartTheme theme) {
        BufferedImage picture = new BufferedImage((int) Math.round(size.width() * size.scale()),
                (int) Math.round(size.height() * size.scale()), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.scale(size.scale(), size.scale());
            Figure.draw(chart, size.width(), size.height(), new Look(theme.palette(), FONT_SIZE),
                    new PictureSurface(graphics));
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    private static byte[] png(Chart chart, Size size, ChartTheme theme) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture(chart, size, theme), "png", bytes)) {
                throw new IllegalStateException("no PNG writer");
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }
}
