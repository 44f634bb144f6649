package org.matryoscope.app.ranking;

/**
 * Where the columns of the list lie, shared by the rows and the header: two halves alike, or one where there is no room for two.
 *
 * @param width width of a row in pixels
 * @param em height of the text in pixels
 * @param places how many places the list has: ranks and moves need room for its digits
 */
record Columns(double width, double em, int places) {
    /** In text heights: each half then has room for a few words in a line. */
    private static final double ROOM_FOR_BESIDE = 32;
    private static final double DIGIT_EM = 0.62;

    double rankWidth() {
        return Math.max(2.3, (Integer.toString(places).length() + 1) * DIGIT_EM) * em;
    }

    double score() {
        return rankWidth() + 0.4 * em;
    }

    double scoreWidth() {
        // A score with its sign, behind the mark of a judgement.
        return 4.9 * em;
    }

    double text() {
        return score() + scoreWidth() + 0.6 * em;
    }

    double textWidth() {
        return half() - text();
    }

    /** Returns whether there is room for the other order; where text is large, the ranking's own texts come first. */
    boolean hasBeside() {
        return width >= ROOM_FOR_BESIDE * em;
    }

    /** Returns the width of a half. */
    double half() {
        return hasBeside() ? (width - 0.8 * em) / 2 : width;
    }

    /** Returns where the second half begins; beyond the row where there is none. */
    double beside() {
        return hasBeside() ? half() + 0.8 * em : width;
    }
}
