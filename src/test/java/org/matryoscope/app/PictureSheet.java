package org.matryoscope.app;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/** Puts many pictures on one sheet, to be looked at after a change of style. */
final class PictureSheet {
    private static final int COLUMNS = 4;
    private static final int WIDTH = 720;
    private static final int GAP = 12;

    private PictureSheet() {
    }

    /** Puts the pictures of a folder whose names hold a text on a sheet, each under its name. */
    static void write(Path folder, String part, Path sheet) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().contains(part))
                    .filter(file -> !file.equals(sheet) && file.toString().endsWith(".png"))
                    .sorted()
                    .toList();
        }
        BufferedImage first = ImageIO.read(files.getFirst().toFile());
        int height = WIDTH * first.getHeight() / first.getWidth() + 2 * GAP;
        int rows = Math.ceilDiv(files.size(), COLUMNS);
        BufferedImage page = new BufferedImage(COLUMNS * (WIDTH + GAP), rows * (height + GAP),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = page.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
        graphics.setColor(Color.BLACK);
        for (int i = 0; i < files.size(); i++) {
            int x = i % COLUMNS * (WIDTH + GAP);
            int row = i / COLUMNS;
            int y = row * (height + GAP);
            graphics.drawString(files.get(i).getFileName().toString(), x + GAP, y + GAP + 4);
            graphics.drawImage(ImageIO.read(files.get(i).toFile()), x, y + 2 * GAP, WIDTH, height - 2 * GAP, null);
        }
        graphics.dispose();
        ImageIO.write(page, "png", sheet.toFile());
    }
}
