package org.matryoscope.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import org.matryoscope.chart.Surface.TextStyle;

/** The app's font outside the window: the same widths in every kind of file. */
final class ChartFont {
    /** Its name, as a program that shows a file looks for it. */
    static final String FAMILY = "Matryoscope Sans";

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final Font REGULAR = load("MatryoscopeSans-Regular.otf");
    private static final Font BOLD = load("MatryoscopeSans-Bold.otf");

    private ChartFont() {
    }

    /** Returns the font of a style, in pixels. */
    static Font of(TextStyle style) {
        return (style.bold() ? BOLD : REGULAR).deriveFont((float) style.size());
    }

    /** Returns the width of a text in pixels. */
    static double width(String text, TextStyle style) {
        return of(style).getStringBounds(text, EXACT).getWidth();
    }

    /** Returns how far below the middle of a line its baseline is. */
    static double baseline(TextStyle style) {
        var metrics = of(style).getLineMetrics("x", EXACT);
        return (metrics.getAscent() - metrics.getDescent()) / 2;
    }

    private static Font load(String name) {
        try (InputStream file = ChartFont.class.getResourceAsStream("fonts/" + name)) {
            return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(file, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
