package org.matryoscope.question.levels;

import java.util.Arrays;
import java.util.Set;

import org.matryoscope.chart.Axis;
import org.matryoscope.chart.AxisScale;
import org.matryoscope.chart.Chart;
import org.matryoscope.chart.ChartBuilder;
import org.matryoscope.chart.Mark;
import org.matryoscope.chart.Series;
import org.matryoscope.chart.SeriesStyle;
import org.matryoscope.metric.MeanCurve;
import org.matryoscope.question.Asking;
import org.matryoscope.question.ContenderStyle;

/** Describes the chart of one level's accuracy, a line a contender, with marks where it is resolved. */
final class LevelsChart {
    private LevelsChart() {
    }

    static Chart of(LevelsAnswer answer, int level) {
        Asking asking = answer.asking();
        String name = answer.measured().getFirst().curves().get(level).name();
        ChartBuilder chart = Chart
                .builder(
                        "Share of texts whose " + name + " their " + answer.k()
                                + " nearest texts tell, against prefix length",
                        Axis.prefixes("prefix length d", AxisScale.LOG2, asking.widest()),
                        Axis.linear("accuracy", 0, 1))
                .maxPrefix(asking.dimension())
                .trained(asking.first().trained());
        asking.indices().forEach(i -> add(chart, asking, i, answer.measured().get(i).curves().get(level)));
        ContenderStyle.addLegend(chart, asking);
        asking.indices()
                .forEach(i -> answer.measured()
                        .get(i)
                        .curves()
                        .forEach(curve -> addColumns(chart, asking.tag(i), curve)));
        return chart.summary(LevelsFinding.of(answer).inFull()).build();
    }

    private static void add(ChartBuilder chart, Asking asking, int contender, LevelCurve curve) {
        SeriesStyle style = ContenderStyle.of(asking.contenders().get(contender));
        Set<String> key = Set.of(ContenderStyle.key(asking, contender));
        double[] x = Arrays.stream(curve.prefixes()).asDoubleStream().toArray();
        MeanCurve accuracy = curve.accuracy();
        String tag = asking.tag(contender);
        chart.add(new Series.Band(tag + "95 % interval", style, key, x, accuracy.low(), accuracy.high(),
                accuracy.mean(), false));
        chart.add(new Series.Line(tag + "accuracy", style, key, x, accuracy.mean(), accuracy.mean(),
                asking.several() ? asking.contenders().get(contender).name() : ""));
        chart.mark(new Mark(curve.resolvedAt(), tag + "resolved at " + curve.resolvedAt(), Mark.Kind.FINDING, style));
    }

    private static void addColumns(ChartBuilder chart, String tag, LevelCurve curve) {
        chart.column(tag + curve.name() + " d", Arrays.stream(curve.prefixes()).asDoubleStream().toArray())
                .column(tag + curve.name() + " accuracy", curve.accuracy().mean())
                .column(tag + curve.name() + " low", curve.accuracy().low())
                .column(tag + curve.name() + " high", curve.accuracy().high());
    }
}
