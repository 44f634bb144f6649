package org.matryoscope.chart;

import java.util.List;
import java.util.Locale;

/**
 * The colours of a chart, each a token of {@code charts.css} ("-chart-blue"). Series colours follow Okabe and Ito (2008),
 * whose hues stay apart under every common colour-blindness; some are darkened or lightened to stand out from the background, and
 * blue and vermilion, the two sides, to differ in grey too.
 */
public enum Ink {
    /** Behind everything. */
    BACKGROUND("#ffffff"),
    /** Text. */
    TEXT("#24292f"),
    /** Less important text. */
    MUTED("#57606a"),
    /** Grid lines. */
    GRID("#e4e8ec"),
    /** Axes. */
    AXIS("#8c959f"),
    /** The moving line at d. */
    CURSOR("#24292f"),
    /** Series colours. */
    BLUE("#00609a"), VERMILION("#d55e00"), GREEN("#00835f"), PURPLE("#b0598c"), ORANGE("#c78a00"), SKY("#3c97cf"), GREY(
            "#6e7781");

    private static final List<Ink> SERIES = List.of(BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY, GREY, TEXT);

    private final String initial;

    Ink(String initial) {
        this.initial = initial;
    }

    /** Returns the colours that tell series apart. */
    static List<Ink> series() {
        return SERIES;
    }

    /** Returns the CSS property that sets it. */
    public String property() {
        return "-chart-" + name().toLowerCase(Locale.ROOT);
    }

    /** Returns its value until a style sheet sets one. */
    public Colour initial() {
        return Colour.web(initial);
    }
}
