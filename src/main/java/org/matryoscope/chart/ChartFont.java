package org.matryoscope.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.matryoscope.chart.Surface.TextStyle;

/** The app's font outside the window: the same widths in every kind of file. */
final class ChartFont {
    /** Its name, as a program that shows a file looks for it. */
    static final String FAMILY = "Matryoscope Sans";

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final Font REGULAR = load(false);
    private static final Font BOLD = load(true);

    /**
     * A part of a text whose characters one font has.
     *
     * @param text the part
     * @param font what has them: the app's font, else the system's, which looks through all that are installed
     * @param own whether it is the app's
     */
    record Run(String text, Font font, boolean own) {
        /** Returns its width in pixels. */
        double width() {
            return font.getStringBounds(text, EXACT).getWidth();
        }

        /** Returns its outline, from the origin on its baseline. */
        java.awt.Shape outline() {
            return font.createGlyphVector(EXACT, text).getOutline();
        }
    }

    private ChartFont() {
    }

    /** Returns the app's font in a style, in pixels. */
    private static Font of(TextStyle style) {
        return (style.bold() ? BOLD : REGULAR).deriveFont((float) style.size());
    }

    /** Returns the font's file (TrueType); to be closed. */
    static InputStream file(boolean bold) {
        String name = "fonts/MatryoscopeSans-" + (bold ? "Bold" : "Regular") + ".ttf";
        return Objects.requireNonNull(ChartFont.class.getResourceAsStream(name), name);
    }

    /** Cuts a text where its characters have to come from another font. */
    static List<Run> runs(String text, TextStyle style) {
        Font own = of(style);
        List<Run> runs = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            boolean has = own.canDisplay(text.codePointAt(from));
            int to = from;
            while (to < text.length() && own.canDisplay(text.codePointAt(to)) == has) {
                to += Character.charCount(text.codePointAt(to));
            }
            runs.add(new Run(text.substring(from, to), has ? own : system(own), has));
            from = to;
        }
        return runs;
    }

    private static Font system(Font own) {
        return new Font(Font.SANS_SERIF, own.isBold() ? Font.BOLD : Font.PLAIN, 1).deriveFont(own.getSize2D());
    }

    /** Returns the width of a text in pixels. */
    static double width(String text, TextStyle style) {
        return runs(text, style).stream().mapToDouble(Run::width).sum();
    }

    /** Returns how far right of a style's x a text begins, in pixels. */
    static double start(String text, TextStyle style) {
        return switch (style.align()) {
            case LEFT -> 0;
            case CENTRE -> -width(text, style) / 2;
            case RIGHT -> -width(text, style);
        };
    }

    /** Returns how far below the middle of a line its baseline is. */
    static double baseline(TextStyle style) {
        var metrics = of(style).getLineMetrics("x", EXACT);
        return (metrics.getAscent() - metrics.getDescent()) / 2;
    }

    private static Font load(boolean bold) {
        try (InputStream file = file(bold)) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
