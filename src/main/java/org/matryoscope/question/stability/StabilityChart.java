package org.matryoscope.question.stability;

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

/** Describes the chart of agreement with the full ranking: one measure, a line a contender. */
final class StabilityChart {
    private StabilityChart() {
    }

    static Chart of(StabilityAnswer answer, Measure measure, double threshold, String summary) {
        Asking asking = answer.asking();
        int k = answer.curves().getFirst().k();
        ChartBuilder chart = Chart
                .builder(measure.at(k) + " with the full ranking against prefix length",
                        Axis.prefixes("prefix length d", AxisScale.LOG2, asking.widest()),
                        Axis.linear("agreement with full", 0, 1))
                .maxPrefix(asking.dimension())
                .trained(asking.first().trained());
        asking.indices().forEach(i -> addInterval(chart, answer, i, measure));
        asking.indices().forEach(i -> add(chart, answer, i, measure, threshold));
        ContenderStyle.addLegend(chart, asking);
        return chart.summary(summary).build();
    }

    private static void addInterval(ChartBuilder chart, StabilityAnswer answer, int contender, Measure measure) {
        StabilityCurve curve = answer.curves().get(contender);
        if (!curve.hasInterval()) {
            return;
        }
        MeanCurve values = curve.of(measure);
        double[] width = new double[values.low().length];
        Arrays.setAll(width, i -> values.high()[i] - values.low()[i]);
        Asking asking = answer.asking();
        chart.add(new Series.Band(asking.tag(contender) + "95 % interval",
                ContenderStyle.of(asking.contenders().get(contender)), Set.of(ContenderStyle.key(asking, contender)),
                places(curve), values.low(), values.high(), width, false));
    }

    private static void add(ChartBuilder chart, StabilityAnswer answer, int contender, Measure measure,
            double threshold) {
        StabilityCurve curve = answer.curves().get(contender);
        Asking asking = answer.asking();
        SeriesStyle style = ContenderStyle.of(asking.contenders().get(contender));
        String tag = asking.tag(contender);
        double[] x = places(curve);
        String end = asking.several() ? asking.contenders().get(contender).name() : "";
        double[] values = curve.mean(measure);
        chart.add(new Series.Line(tag + measure.at(curve.k()), style, Set.of(ContenderStyle.key(asking, contender)), x,
                values, values, end));
        chart.column(tag + "d", x);
        for (Measure each : Measure.values()) {
            chart.column(tag + each.at(curve.k()), curve.mean(each));
            if (curve.hasInterval()) {
                chart.column(tag + each.at(curve.k()) + " low", curve.of(each).low())
                        .column(tag + each.at(curve.k()) + " high", curve.of(each).high());
            }
        }
        if (measure == Measure.OVERLAP) {
            int stable = curve.smallestStablePrefix(threshold);
            chart.mark(new Mark(stable, tag + "stable from " + stable, Mark.Kind.FINDING, style));
        }
    }

    private static double[] places(StabilityCurve curve) {
        return Arrays.stream(curve.prefixes()).asDoubleStream().toArray();
    }
}
