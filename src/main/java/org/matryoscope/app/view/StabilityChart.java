package org.matryoscope.app.view;

import java.util.Arrays;
import java.util.Set;

import org.matryoscope.app.state.Side;
import org.matryoscope.chart.Axis;
import org.matryoscope.chart.AxisScale;
import org.matryoscope.chart.Chart;
import org.matryoscope.chart.ChartBuilder;
import org.matryoscope.chart.Ink;
import org.matryoscope.chart.LegendEntry;
import org.matryoscope.chart.Mark;
import org.matryoscope.chart.Series;
import org.matryoscope.chart.SeriesStyle;
import org.matryoscope.study.StabilityCurve;

/** Describes the chart of agreement with the full ranking. */
final class StabilityChart {
    private StabilityChart() {
    }

    static Chart of(StabilityAnswer answer, double threshold) {
        int widest = answer.curves()
                .answers()
                .values()
                .stream()
                .mapToInt(StabilityAnswer::dimension)
                .max()
                .orElseThrow();
        ChartBuilder chart = Chart.builder("Agreement with the full ranking against prefix length",
                Axis.prefixes("prefix length d", AxisScale.LOG2, widest), Axis.linear("agreement with full", 0, 1))
                .maxPrefix(StabilityAnswer.dimension(answer.curves().a()))
                .trained(answer.trained());
        // A first, so that its solid lines lie beneath the dashed ones that would hide behind them.
        answer.curves().forEach((side, curve) -> {
            add(chart, answer, side, "overlap@" + curve.k(), Ink.BLUE, 2.5, curve.overlap());
            add(chart, answer, side, "RBO", Ink.GREEN, 1.5, curve.rbo());
            add(chart, answer, side, "Kendall τ-b", Ink.PURPLE, 1.5, curve.kendallTauB());
            add(chart, answer, side, "Spearman ρ", Ink.ORANGE, 1.5, curve.spearman());
            mark(chart, answer, side, curve, threshold);
        });
        if (answer.curves().both()) {
            answer.names()
                    .forEach((side, name) -> chart.legend(LegendEntry.line(side.name(), side + " " + name,
                            styled(side, SeriesStyle.solid(Ink.TEXT)))));
        }
        return chart.summary(StabilitySentence.of(answer, threshold)).build();
    }

    private static void add(ChartBuilder chart, StabilityAnswer answer, Side side, String metric, Ink ink, double width,
            double[] values) {
        StabilityCurve curve = answer.curves().answers().get(side);
        double[] x = Arrays.stream(java.util.Objects.requireNonNull(curve).prefixes()).asDoubleStream().toArray();
        SeriesStyle style = SeriesStyle.solid(ink).wide(width);
        String name = answer.curves().tag(side) + metric;
        chart.add(new Series.Line(name, styled(side, style), Set.of(metric, side.name()), x, values));
        if (side == Side.A) {
            chart.legend(LegendEntry.line(metric, metric, style));
        }
        if (metric.startsWith("overlap")) {
            chart.column(answer.curves().tag(side) + "d", x);
        }
        chart.column(name, values);
    }

    private static void mark(ChartBuilder chart, StabilityAnswer answer, Side side, StabilityCurve curve,
            double threshold) {
        int stable = curve.smallestStablePrefix(threshold);
        chart.mark(new Mark(stable, answer.curves().tag(side) + "stable from " + stable, Mark.Kind.FINDING,
                styled(side, SeriesStyle.solid(Ink.VERMILION))));
    }

    private static SeriesStyle styled(Side side, SeriesStyle style) {
        return side == Side.A ? style : style.asDashed().asPale();
    }
}
