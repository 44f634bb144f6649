package org.matryoscope.question.stability;

/** A measure of agreement between two rankings. */
public enum Measure {
    /** Share of the first k in common, 0 … 1. */
    OVERLAP("overlap@k", "overlap"),
    /** Rank-biased overlap, p = {@value StabilityCurve#RBO_PERSISTENCE}, extrapolated, 0 … 1. */
    RBO("RBO", "RBO"),
    /** Kendall's τ-b, −1 … 1; NaN where all scores are equal. */
    KENDALL("Kendall τ-b", "τ-b"),
    /** Spearman's ρ, −1 … 1; NaN where all scores are equal. */
    SPEARMAN("Spearman ρ", "ρ");

    private final String label;
    private final String symbol;

    Measure(String label, String symbol) {
        this.label = label;
        this.symbol = symbol;
    }

    /** Returns what stands for it on a narrow button. */
    String symbol() {
        return symbol;
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
