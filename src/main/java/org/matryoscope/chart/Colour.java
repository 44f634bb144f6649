package org.matryoscope.chart;

/**
 * A colour in sRGB.
 *
 * @param red 0 … 1
 * @param green 0 … 1
 * @param blue 0 … 1
 * @param opacity 0 … 1
 */
public record Colour(double red, double green, double blue, double opacity) {
    /**
     * Reads an opaque colour.
     *
     * @param hex "#rrggbb"
     * @throws IllegalArgumentException if it is written otherwise
     */
    public static Colour web(String hex) {
        if (!hex.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("not a colour: " + hex);
        }
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return new Colour((rgb >> 16) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0, 1);
    }

    /** Returns the same with another opacity. */
    public Colour withOpacity(double share) {
        return new Colour(red, green, blue, share);
    }

    /** Returns the colour at a share of the way to another: 0 is this one, 1 the other. */
    public Colour towards(Colour other, double share) {
        return new Colour(between(red, other.red, share), between(green, other.green, share),
                between(blue, other.blue, share), between(opacity, other.opacity, share));
    }

    private static double between(double from, double to, double share) {
        return from + (to - from) * share;
    }

    /** Returns "#rrggbb", without the opacity. */
    public String hex() {
        return String.format("#%02x%02x%02x", Math.round(red * 255), Math.round(green * 255), Math.round(blue * 255));
    }
}
