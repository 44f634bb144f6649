package org.matryoscope.chart;

import java.util.Map;

/**
 * The colours in force.
 *
 * @param colours by ink; inks without an entry have their initial colour
 */
public record Palette(Map<Ink, Colour> colours) {
    /** Share of the ink that remains in its pale form. */
    private static final double PALE = 0.75;

    /** Copies the map. */
    public Palette {
        colours = Map.copyOf(colours);
    }

    /** Returns the colour of an ink. */
    public Colour of(Ink ink) {
        return colours.getOrDefault(ink, ink.initial());
    }

    /** Returns the colour of a style; pale ones are mixed with the background, so that lightness tells them apart in grey too. */
    public Colour of(SeriesStyle style) {
        Colour colour = of(style.ink());
        return style.pale() ? of(Ink.BACKGROUND).towards(colour, PALE) : colour;
    }

    /** Returns the background, let through by the given opacity: it fades what lies beneath. */
    Colour wash(double opacity) {
        return of(Ink.BACKGROUND).withOpacity(opacity);
    }
}
