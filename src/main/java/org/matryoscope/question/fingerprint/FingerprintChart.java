package org.matryoscope.question.fingerprint;

import java.util.Arrays;
import java.util.Set;

import org.matryoscope.chart.Axis;
import org.matryoscope.chart.AxisScale;
import org.matryoscope.chart.Chart;
import org.matryoscope.chart.ChartBuilder;
import org.matryoscope.chart.DataTable;
import org.matryoscope.chart.Ink;
import org.matryoscope.chart.LegendEntry;
import org.matryoscope.chart.Mark;
import org.matryoscope.chart.Series;
import org.matryoscope.chart.SeriesStyle;
import org.matryoscope.metric.Fingerprint;
import org.matryoscope.question.Asking;
import org.matryoscope.question.ContenderStyle;

/** Describes the chart of steps in the variance of dimensions: Welch's t by cut, and what chance gives. */
final class FingerprintChart {
    private static final SeriesStyle STEP = SeriesStyle.solid(Ink.TEXT).wide(1.5);
    private static final SeriesStyle CHANCE = SeriesStyle.solid(Ink.GREY).asDashed().wide(1.2);

    private FingerprintChart() {
    }

    static Chart of(FingerprintAnswer answer) {
        Asking asking = answer.asking();
        ChartBuilder chart = Chart
                .builder("Fall of the variance at each prefix length",
                        Axis.prefixes("prefix length d", AxisScale.LOG2, asking.widest()),
                        Axis.covering("Welch's t",
                                answer.found().stream().flatMapToDouble(each -> Arrays.stream(each.t()))))
                .maxPrefix(asking.dimension());
        asking.indices().forEach(i -> {
            ContenderStyle.beginPanel(chart, asking, i);
            add(chart, answer.found().get(i), asking.tag(i));
        });
        chart.legend(LegendEntry.line("t", "t of a step at d", STEP));
        chart.legend(LegendEntry.line("chance", "99 of 100 random orders stay below", CHANCE));
        return chart.summary(FingerprintFinding.of(answer).inFull()).build();
    }

    private static void add(ChartBuilder chart, Fingerprint found, String tag) {
        double[] cuts = DataTable.range(Fingerprint.FIRST_CUT, Fingerprint.FIRST_CUT + found.t().length - 1);
        double[] chance = new double[cuts.length];
        Arrays.fill(chance, found.threshold());
        chart.add(new Series.Line("chance", CHANCE, Set.of("chance"), cuts, chance));
        chart.add(new Series.Line("t", STEP, Set.of("t"), cuts, found.t()));
        found.cuts()
                .forEach(cut -> chart.mark(new Mark(cut.d(), (cut.near() > 0 ? "" : "about ") + cut.size(),
                        Mark.Kind.FINDING, SeriesStyle.solid(Ink.GREEN))));
        chart.column(tag + "d", cuts).column(tag + "t", found.t()).column(tag + "chance", chance);
    }
}
