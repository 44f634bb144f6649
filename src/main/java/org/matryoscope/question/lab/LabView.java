package org.matryoscope.question.lab;

/** What is drawn of a training. */
public enum LabView {
    /** The measure that decides, by prefix. */
    QUALITY("quality"),
    /** How many neighbours at full size prefixes keep. */
    AGREEMENT("agreement"),
    /** The loss at each prefix as it trains. */
    LOSS("loss"),
    /** How much of the energy the first dimensions hold. */
    ENERGY("energy");

    private final String words;

    LabView(String words) {
        this.words = words;
    }

    /** Returns it in the window's words. */
    public String words() {
        return words;
    }
}
