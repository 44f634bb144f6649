package org.matryoscope.app.theme;

import java.util.List;

/** The text sizes on offer; everything in the window is measured in the text's height. */
public enum TextScale {
    PERCENT_100, PERCENT_110, PERCENT_125, PERCENT_150, PERCENT_175, PERCENT_200;

    private static final List<TextScale> ASCENDING = List.of(values());

    /** Returns the next larger size, or this one where there is none. */
    public TextScale larger() {
        return ASCENDING.get(Math.min(ASCENDING.indexOf(this) + 1, ASCENDING.size() - 1));
    }

    /** Returns the next smaller size, or this one where there is none. */
    public TextScale smaller() {
        return ASCENDING.get(Math.max(ASCENDING.indexOf(this) - 1, 0));
    }

    /** Returns the size in percent, 100 … 200. */
    public int percent() {
        return Integer.parseInt(name().substring("PERCENT_".length()));
    }

    /** Returns the size in pixels, as the style sheets set it. */
    public double pixels() {
        return 0.13 * percent();
    }

    String stylesheet() {
        return Look.resource("scale-" + percent() + ".css");
    }
}
