package org.matryoscope.app.ranking;

/**
 * Where the columns of the list lie, shared by the rows and the header.
 *
 * @param width width of a row in pixels
 * @param em height of the text in pixels
 */
record Columns(double width, double em) {
    private static final double TEXT_SHARE = 0.6;

    double rankWidth() {
        return 2.9 * em;
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
        return (width - text()) * TEXT_SHARE;
    }

    double beside() {
        return text() + textWidth() + 0.8 * em;
    }

    double besideScoreWidth() {
        return 3.6 * em;
    }

    double besideText() {
        return beside() + besideScoreWidth() + 0.6 * em;
    }

    double besideTextWidth() {
        return width - besideText();
    }
}
