package org.matryoscope.question;

import java.util.Set;

import org.matryoscope.chart.ChartBuilder;
import org.matryoscope.chart.Ink;
import org.matryoscope.chart.LegendEntry;
import org.matryoscope.chart.SeriesStyle;

/** How contenders look: A blue, B orange, their fitted rotations paler and dashed, random and shuffled dimensions grey. */
public final class ContenderStyle {
    private ContenderStyle() {
    }

    /** Returns the style of a contender's own line. */
    public static SeriesStyle of(Contender contender) {
        SeriesStyle own = SeriesStyle.solid(contender.subject().side() == Side.A ? Ink.BLUE : Ink.VERMILION);
        return switch (contender.lens().choice().kind()) {
            case AS_IS -> own;
            case PCA -> own.asPale().asDashed();
            case TRAINED -> own.asPale();
            case RANDOM -> SeriesStyle.solid(Ink.GREY).asDashed();
            case SHUFFLED -> SeriesStyle.solid(Ink.GREY).wide(1.2);
        };
    }

    /** Returns the style of one of several lines of a contender, which are told apart by their own colours. */
    public static SeriesStyle among(int contender, SeriesStyle line) {
        return contender == 0 ? line : line.asDashed().asPale();
    }

    /** Returns the key of a contender's switch in the legend. */
    public static String key(Asking asking, int contender) {
        return asking.contenders().get(contender).name();
    }

    /** Returns the keys of a series that belongs to a contender and to another switch. */
    public static Set<String> keys(Asking asking, int contender, String other) {
        return Set.of(key(asking, contender), other);
    }

    /** Adds a switch for each contender, where there are several, for charts whose lines are drawn in {@link #of}. */
    public static void addLegend(ChartBuilder chart, Asking asking) {
        if (asking.several()) {
            asking.indices().forEach(i -> chart.legend(entry(asking, i, of(asking.contenders().get(i)))));
        }
    }

    /** Adds a switch for each contender, where there are several, for charts whose lines are drawn in {@link #among}. */
    public static void addLegendAmong(ChartBuilder chart, Asking asking) {
        if (asking.several()) {
            asking.indices().forEach(i -> chart.legend(entry(asking, i, among(i, SeriesStyle.solid(Ink.TEXT)))));
        }
    }

    private static LegendEntry entry(Asking asking, int i, SeriesStyle style) {
        Contender contender = asking.contenders().get(i);
        return new LegendEntry(key(asking, i), contender.name(), contender.name() + ": " + contender.model(), style,
                false);
    }
}
