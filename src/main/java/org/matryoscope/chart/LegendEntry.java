package org.matryoscope.chart;

/**
 * A switch of the legend.
 *
 * @param key what series name in their keys
 * @param label its text, short
 * @param description the whole of it, for the tooltip and for screen readers
 * @param style how the swatch is drawn
 * @param area whether the swatch is an area rather than a line
 */
public record LegendEntry(String key, String label, String description, SeriesStyle style, boolean area) {
    /** Returns whether there is more to say than its text. */
    public boolean described() {
        return !description.startsWith(label);
    }

    /** Returns its text with the rest of the description. */
    public String inFull() {
        return described() ? label + "  " + description : description;
    }

    /** An entry for lines whose text needs no explanation. */
    public static LegendEntry line(String key, String label, SeriesStyle style) {
        return new LegendEntry(key, label, label, style, false);
    }

    /** An entry for areas and bars whose text needs no explanation. */
    public static LegendEntry area(String key, String label, SeriesStyle style) {
        return new LegendEntry(key, label, label, style, true);
    }
}
