package org.matryoscope.app.ranking;

/**
 * Where the columns of the list lie, shared by the rows and the header.
 *
 * @param width width of a row in pixels
 * @param em height of the text in pixels
 * @param places how many places the list has: ranks and moves need room for its digits
 */
record Columns(double width, double em, int places) {
    private static final double TEXT_SHARE = 0.6;
    /** In text heights. */
    private static final double ROOM_FOR_BESIDE = 28;
    private static final double DIGIT_EM = 0.62;

    double rankWidth() {
        return Math.max(2.9, (Integer.toString(places).length() + 1) * DIGIT_EM) * em;
    }

    double score() {
        return rankWidth() + 0.6 * em;
    }

    double scoreWidth() {
        return 5 * em;
    }

    double text() {
        return score() + scoreWidth() + 0.8 * em;
    }

    double textWidth() {
        return hasBeside() ? (width - text()) * TEXT_SHARE : width - text();
    }

    /** Returns whether there is room for the other order; where text is large, the ranking's own texts come first. */
    boolean hasBeside() {
        return width >= ROOM_FOR_BESIDE * em;
    }

    double beside() {
        return hasBeside() ? text() + textWidth() + 0.8 * em : width;
    }

    double besideScoreWidth() {
        return hasBeside() ? 3.6 * em : 0;
    }

    double besideText() {
        return beside() + besideScoreWidth() + 0.6 * em;
    }

    double besideTextWidth() {
        return width - besideText();
    }
}
