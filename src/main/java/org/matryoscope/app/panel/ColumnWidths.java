package org.matryoscope.app.panel;

import java.util.stream.Stream;

/** Widths that suit a table's cells. */
final class ColumnWidths {
    private static final double NARROWEST = 90;
    private static final double WIDEST = 420;
    private static final double PIXELS_A_LETTER = 8;

    private ColumnWidths() {
    }

    /** Wide enough for most of some cells, in pixels; the user can drag it. */
    static double of(Stream<String> cells) {
        double letters = cells.mapToInt(String::length).average().orElse(0);
        return Math.clamp(letters * PIXELS_A_LETTER, NARROWEST, WIDEST);
    }
}
