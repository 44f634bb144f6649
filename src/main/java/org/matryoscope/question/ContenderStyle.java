package org.matryoscope.question;

import org.matryoscope.chart.ChartBuilder;
import org.matryoscope.chart.Ink;
import org.matryoscope.chart.LegendEntry;
import org.matryoscope.chart.SeriesStyle;

/** How contenders look: A blue, B orange, their fitted rotations paler and dashed, random and shuffled dimensions grey, B's
 * paler. */
public final class ContenderStyle {
    private ContenderStyle() {
    }

    /** Returns the style of a contender's own line. */
    public static SeriesStyle of(Contender contender) {
        boolean a = contender.subject().side() == Side.A;
        SeriesStyle own = SeriesStyle.solid(a ? Ink.BLUE : Ink.VERMILION);
        SeriesStyle grey = a ? SeriesStyle.solid(Ink.GREY) : SeriesStyle.solid(Ink.GREY).asPale();
        return switch (contender.lens().choice().kind()) {
            case AS_IS -> own;
            case PCA -> own.asPale().asDashed();
            case TRAINED -> own.asPale().with(SeriesStyle.Marker.CIRCLE);
            case RANDOM -> grey.asDashed().with(SeriesStyle.Marker.CROSS);
            case SHUFFLED -> grey.wide(1.2).with(SeriesStyle.Marker.SQUARE);
        };
    }

    /** Returns the key of a contender's switch in the legend: its name, and its place where another has the same. */
    public static String key(Asking asking, int contender) {
        String name = asking.contenders().get(contender).name();
        boolean taken = asking.contenders().subList(0, contender).stream().anyMatch(each -> each.name().equals(name));
        return taken ? name + " " + contender : name;
    }

    /**
     * Begins a contender's panel, with marks at its trained prefixes, for charts with several lines or stacked bars a contender;
     * what is drawn has the same colours in every panel.
     */
    public static void beginPanel(ChartBuilder chart, Asking asking, int contender) {
        Contender drawn = asking.contenders().get(contender);
        if (asking.several()) {
            chart.panel(drawn.name(), drawn.name() + ": " + drawn.model(), of(drawn).ink());
        }
        chart.trained(drawn.trained());
    }

    /** Adds a switch for each contender, for charts whose lines are drawn in {@link #of}. */
    public static void addLegend(ChartBuilder chart, Asking asking) {
        asking.indices().forEach(i -> {
            Contender contender = asking.contenders().get(i);
            String name = contender.name();
            chart.legend(new LegendEntry(key(asking, i), name, name + ": " + contender.model(), of(contender), false));
        });
    }
}
