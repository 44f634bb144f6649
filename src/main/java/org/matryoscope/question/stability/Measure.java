package org.matryoscope.question.stability;

/** A measure of agreement between two rankings. */
public enum Measure {
    /** Share of the first k in common, 0 … 1. */
    OVERLAP("overlap@k"),
    /** Rank-biased overlap, p = {@value StabilityCurve#RBO_PERSISTENCE}, extrapolated, 0 … 1. */
    RBO("RBO"),
    /** Kendall's τ-b, −1 … 1; NaN where all scores are equal. */
    KENDALL("Kendall τ-b"),
    /** Spearman's ρ, −1 … 1; NaN where all scores are equal. */
    SPEARMAN("Spearman ρ");

    private final String label;

    Measure(String label) {
        this.label = label;
    }

    /** Returns its name. */
    public String label() {
        return label;
    }

    /** Returns its name at a depth. */
    public String at(int k) {
        return this == OVERLAP ? "overlap@" + k : label;
    }
}
