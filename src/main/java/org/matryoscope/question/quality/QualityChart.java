package org.matryoscope.question.quality;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.DoubleStream;

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

/** Describes the chart of one measure of quality, a line a contender. */
final class QualityChart {
    private QualityChart() {
    }

    static Chart of(QualityAnswer answer, QualityMeasure measure, boolean ofFull, double kept) {
        Asking asking = answer.asking();
        Axis y = ofFull
                ? Axis.covering("share of " + answer.name(measure) + " at full size",
                        answer.curves().stream().flatMapToDouble(curve -> DoubleStream.of(curve.share(measure).high())))
                : Axis.linear(answer.name(measure), 0, 1);
        ChartBuilder chart = Chart
                .builder(
                        answer.name(measure) + (ofFull ? " as a share of that at full size" : "")
                                + " against prefix length",
                        Axis.prefixes("prefix length d", AxisScale.LOG2, asking.widest()), y)
                .maxPrefix(asking.dimension())
                .trained(asking.first().trained());
        asking.indices().forEach(i -> add(chart, answer, i, measure, ofFull, kept));
        ContenderStyle.addLegend(chart, asking);
        return chart.summary(QualityFinding.of(answer, measure, kept).inFull()).build();
    }

    private static void add(ChartBuilder chart, QualityAnswer answer, int contender, QualityMeasure measure,
            boolean ofFull, double kept) {
        Asking asking = answer.asking();
        QualityCurve curve = answer.curves().get(contender);
        SeriesStyle style = ContenderStyle.of(asking.contenders().get(contender));
        Set<String> key = Set.of(ContenderStyle.key(asking, contender));
        String tag = asking.tag(contender);
        double[] x = Arrays.stream(curve.prefixes()).asDoubleStream().toArray();
        MeanCurve values = ofFull ? curve.share(measure) : curve.of(measure);
        if (curve.queries() > 1) {
            chart.add(new Series.Band(tag + "95 % interval", style, key, x, values.low(), values.high(), values.mean(),
                    false));
        }
        chart.add(new Series.Line(tag + answer.name(measure), style, key, x, values.mean(), values.mean(),
                asking.several() ? asking.contenders().get(contender).name() : ""));
        int smallest = curve.smallestPrefix(measure, kept);
        chart.mark(new Mark(smallest, tag + "from " + smallest, Mark.Kind.FINDING, style));
        chart.column(tag + "d", x);
        for (QualityMeasure each : curve.measures()) {
            chart.column(tag + answer.name(each), curve.of(each).mean())
                    .column(tag + answer.name(each) + " low", curve.of(each).low())
                    .column(tag + answer.name(each) + " high", curve.of(each).high());
        }
    }
}
