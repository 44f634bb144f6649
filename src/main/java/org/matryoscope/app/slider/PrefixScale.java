package org.matryoscope.app.slider;

/**
 * Where a prefix length lies on the slider.
 *
 * @param dimension D, at least 1
 * @param logarithmic log₂ of the prefix length, or the length itself
 */
record PrefixScale(int dimension, boolean logarithmic) {
    /** Returns the place of prefix length d, 0 at 1 and 1 at D. */
    double fraction(double d) {
        if (dimension == 1) {
            return 1;
        }
        return logarithmic ? Math.log(d) / Math.log(dimension) : (d - 1) / (dimension - 1);
    }

    /** Returns the prefix length nearest to a place, 1 … D. */
    int prefix(double fraction) {
        double within = Math.clamp(fraction, 0, 1);
        double d = logarithmic ? Math.pow(dimension, within) : 1 + within * (dimension - 1);
        return Math.clamp(Math.round(d), 1, dimension);
    }
}
