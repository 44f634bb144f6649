package org.matryoscope.question;

/** The user's question that a question of ours belongs to. */
public enum Heading {
    /** What should I do? Stands above the others, without a heading. */
    VERDICT(""),
    /** What does cutting do? */
    SEE("See"),
    /** Where in the vector does the information sit? */
    WHERE("Where"),
    /** How few dimensions are enough? */
    HOW_FEW("How few"),
    /** What shall I store? */
    DECIDE("Decide");

    private final String label;

    Heading(String label) {
        this.label = label;
    }

    /** Returns its words. */
    public String label() {
        return label;
    }
}
