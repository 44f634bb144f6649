package org.matryoscope.chart;

/**
 * A place on the x axis that means something.
 *
 * @param x where
 * @param label its text; empty for none
 * @param kind what it is
 * @param style its colour and dash
 */
public record Mark(double x, String label, Kind kind, SeriesStyle style) {
    /** What a mark stands for. */
    public enum Kind {
        /** A prefix length that the model was trained for: a small triangle on the axis. */
        TRAINED,
        /** A finding: a line over the whole height with its text at the top. */
        FINDING
    }

    /** A trained prefix. */
    public static Mark trained(int prefix) {
        return new Mark(prefix, "", Kind.TRAINED, SeriesStyle.solid(Ink.MUTED));
    }
}
