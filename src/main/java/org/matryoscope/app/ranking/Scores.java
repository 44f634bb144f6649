package org.matryoscope.app.ranking;

import java.util.Locale;

/** How scores and moves are written. */
final class Scores {
    private Scores() {
    }

    /** Writes a score with three decimals and a true minus sign. */
    static String format(float score) {
        return String.format(Locale.ROOT, "%.3f", score).replace('-', '−');
    }

    /** Writes a move: ▲ up, ▼ down, = for none. */
    static String move(int places) {
        return places > 0 ? "▲" + places : places < 0 ? "▼" + -places : "=";
    }

    /** Says a move in words, for a screen reader. */
    static String moveInWords(int places) {
        return places > 0 ? "up " + places : places < 0 ? "down " + -places : "unmoved";
    }
}
