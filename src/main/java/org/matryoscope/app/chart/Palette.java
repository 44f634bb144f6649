package org.matryoscope.app.chart;

import java.util.Map;

import javafx.scene.paint.Color;

/**
 * The colours in force.
 *
 * @param colours by ink; inks without an entry have their initial colour
 */
record Palette(Map<Ink, Color> colours) {
    /** Share of the ink that remains in its pale form. */
    private static final double PALE = 0.6;

    Palette {
        colours = Map.copyOf(colours);
    }

    Color of(Ink ink) {
        return colours.getOrDefault(ink, ink.initial());
    }

    /** Returns the colour of a style; pale ones are mixed with the background, so that lightness tells them apart in grey too. */
    Color of(SeriesStyle style) {
        Color colour = of(style.ink());
        return style.pale() ? of(Ink.BACKGROUND).interpolate(colour, PALE) : colour;
    }

    /** Returns the background, let through by the given opacity: it fades what lies beneath. */
    Color wash(double opacity) {
        Color background = of(Ink.BACKGROUND);
        return Color.color(background.getRed(), background.getGreen(), background.getBlue(), opacity);
    }
}
