package org.matryoscope.chart;

import java.util.EnumMap;
import java.util.Map;

/** Themes of charts in files. */
public enum ChartTheme {
    /** As in the light window. */
    LIGHT,
    /** As in the dark window. */
    DARK,
    /** On white, for paper. */
    PRINT;

    /** Returns its colours. */
    public Palette palette() {
        return new Palette(switch (this) {
            case LIGHT, PRINT -> Map.of();
            case DARK -> dark();
        });
    }

    private static Map<Ink, Colour> dark() {
        Map<Ink, Colour> colours = new EnumMap<>(Ink.class);
        colours.put(Ink.BACKGROUND, Colour.web("#0d1117"));
        colours.put(Ink.TEXT, Colour.web("#c9d1d9"));
        colours.put(Ink.MUTED, Colour.web("#8b949e"));
        colours.put(Ink.GRID, Colour.web("#21262d"));
        colours.put(Ink.AXIS, Colour.web("#6e7681"));
        colours.put(Ink.CURSOR, Colour.web("#c9d1d9"));
        colours.put(Ink.BLUE, Colour.web("#6cbcf3"));
        colours.put(Ink.VERMILION, Colour.web("#e8641a"));
        colours.put(Ink.GREEN, Colour.web("#1fbf92"));
        colours.put(Ink.PURPLE, Colour.web("#dc93bb"));
        colours.put(Ink.ORANGE, Colour.web("#e6b800"));
        colours.put(Ink.SKY, Colour.web("#8fd0f5"));
        colours.put(Ink.GREY, Colour.web("#b4bac2"));
        return colours;
    }
}
