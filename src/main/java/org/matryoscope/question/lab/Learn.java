package org.matryoscope.question.lab;

/** What a map is trained on. */
public enum Learn {
    /** The first of the others that the corpus has. */
    ANY("what there is"),
    /** Texts with one label belong together. */
    LABELS("labels"),
    /** A query and a text that is relevant to it belong together. */
    QUERIES("judged queries"),
    /** Texts of a pair with a high score belong together. */
    PAIRS("pairs"),
    /** Texts alone: neighbours at full size are to be neighbours at every prefix. */
    CORPUS("texts alone");

    private final String words;

    Learn(String words) {
        this.words = words;
    }

    /** Returns it in the window's words. */
    public String words() {
        return words;
    }
}
