package org.matryoscope.question.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.matryoscope.chart.Axis;
import org.matryoscope.chart.AxisScale;
import org.matryoscope.chart.Chart;
import org.matryoscope.chart.ChartBuilder;
import org.matryoscope.chart.Mark;
import org.matryoscope.chart.Series;
import org.matryoscope.chart.SeriesStyle;
import org.matryoscope.question.Asking;
import org.matryoscope.question.ContenderStyle;

/** Describes the chart of what prefixes keep of full size, a line a contender. */
final class VerdictChart {
    private VerdictChart() {
    }

    static Chart of(VerdictAnswer answer, double kept, List<KeptMeasure> measures) {
        Asking measured = answer.measured();
        String name = measures.getFirst().name();
        ChartBuilder chart = Chart
                .builder(name + " kept of full size against prefix length",
                        Axis.prefixes("prefix length d", AxisScale.LOG2, measured.widest()),
                        Axis.covering("share of " + name + " kept",
                                measures.stream().flatMapToDouble(each -> Arrays.stream(each.share().high()))))
                .maxPrefix(measured.dimension())
                .trained(measured.first().trained());
        measured.indices().forEach(i -> addInterval(chart, measured, i, measures.get(i)));
        measured.indices().forEach(i -> add(chart, measured, i, measures.get(i), kept));
        ContenderStyle.addLegend(chart, measured);
        return chart.summary(VerdictFinding.kept(answer, 0, measures.getFirst(), kept)).build();
    }

    private static void addInterval(ChartBuilder chart, Asking measured, int i, KeptMeasure of) {
        chart.add(new Series.Band(measured.tag(i) + "95 % interval", ContenderStyle.of(measured.contenders().get(i)),
                Set.of(ContenderStyle.key(measured, i)), places(of), of.share().low(), of.share().high(),
                of.share().mean(), false));
    }

    private static void add(ChartBuilder chart, Asking measured, int i, KeptMeasure of, double kept) {
        SeriesStyle style = ContenderStyle.of(measured.contenders().get(i));
        String tag = measured.tag(i);
        double[] x = places(of);
        double[] mean = of.share().mean();
        chart.add(new Series.Line(tag + of.name(), style, Set.of(ContenderStyle.key(measured, i)), x, mean, mean,
                measured.several() ? measured.contenders().get(i).name() : ""));
        int d = of.smallest(kept).d();
        chart.mark(new Mark(d, tag + "from " + d, Mark.Kind.FINDING, style));
        chart.column(tag + "d", x)
                .column(tag + of.name() + " kept", mean)
                .column(tag + of.name() + " low", of.share().low())
                .column(tag + of.name() + " high", of.share().high());
    }

    private static double[] places(KeptMeasure of) {
        return Arrays.stream(of.prefixes()).asDoubleStream().toArray();
    }
}
