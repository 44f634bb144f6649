package org.matryoscope.chart;

/** How an axis spreads its values. */
public enum AxisScale {
    /** Equal distances for equal differences. */
    LINEAR,
    /** Equal distances for equal ratios, ticks at powers of two; values above 0. */
    LOG2,
    /** Equal distances for equal ratios, ticks at powers of ten; values above 0. */
    LOG10;

    /** Returns the value's place on the axis, in the scale's own unit. */
    double transform(double value) {
        return this == LINEAR ? value : Math.log(value);
    }

    /** Undoes {@link #transform}. */
    double invert(double place) {
        return this == LINEAR ? place : Math.exp(place);
    }
}
