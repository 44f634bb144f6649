package org.matryoscope.question.gap;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import org.matryoscope.base.Numbers;
import org.matryoscope.chart.Axis;
import org.matryoscope.chart.AxisScale;
import org.matryoscope.chart.Chart;
import org.matryoscope.chart.ChartBuilder;
import org.matryoscope.chart.DataTable;
import org.matryoscope.chart.Ink;
import org.matryoscope.chart.LegendEntry;
import org.matryoscope.chart.Series;
import org.matryoscope.chart.SeriesStyle;
import org.matryoscope.chart.SeriesStyle.Marker;
import org.matryoscope.question.Asking;
import org.matryoscope.question.ContenderStyle;

/** Describes the chart of related and unrelated similarity and the gap between them. */
final class GapChart {
    private static final SeriesStyle RELATED = SeriesStyle.solid(Ink.BLUE).with(Marker.CIRCLE);
    private static final SeriesStyle UNRELATED = SeriesStyle.solid(Ink.VERMILION).with(Marker.CROSS);
    private static final SeriesStyle GAP = SeriesStyle.solid(Ink.GREY).with(Marker.SQUARE);

    private GapChart() {
    }

    /** Draws the curves, with points at the given prefixes. */
    static Chart of(GapAnswer answer, int[] points) {
        Asking asking = answer.asking();
        int widest = asking.widest();
        Axis y = Axis.covering("mean cosine", answer.curves().stream().flatMapToDouble(GapChart::extent));
        ChartBuilder chart = Chart
                .builder("Similarity and gap against prefix length",
                        Axis.prefixes("prefix length d", AxisScale.LOG2, widest), y)
                .maxPrefix(asking.dimension())
                .column("d", DataTable.range(1, widest));
        asking.indices().forEach(i -> {
            GapCurve curve = answer.curves().get(i);
            ContenderStyle.beginPanel(chart, asking, i);
            interval(chart, "unrelated", UNRELATED, curve.unrelatedLow(), curve.unrelatedHigh());
            interval(chart, "related", RELATED, curve.relatedLow(), curve.relatedHigh());
            interval(chart, "gap", GAP, curve.gapLow(), curve.gapHigh());
            line(chart, "related", RELATED, curve.meanRelated(), points);
            line(chart, "unrelated", UNRELATED, curve.meanUnrelated(), points);
            line(chart, "gap", GAP, curve.gap(), points);
            addColumns(chart, asking.tag(i), curve);
        });
        GapCurve a = answer.curves().getFirst();
        chart.legend(LegendEntry.line("related", "mean of " + Numbers.whole(a.related().length) + " related", RELATED));
        chart.legend(LegendEntry.line("unrelated", "mean of " + Numbers.whole(a.unrelated().length) + " unrelated",
                UNRELATED));
        chart.legend(LegendEntry.line("gap", "gap", GAP));
        chart.legend(LegendEntry.area("interval", "95 % interval", SeriesStyle.solid(Ink.GREY).asPale()));
        return chart.summary(GapFinding.of(answer).inFull()).build();
    }

    private static DoubleStream extent(GapCurve curve) {
        return Stream
                .of(curve.relatedLow(), curve.relatedHigh(), curve.unrelatedLow(), curve.unrelatedHigh(), curve.gap())
                .flatMapToDouble(Arrays::stream);
    }

    private static void interval(ChartBuilder chart, String kind, SeriesStyle style, double[] low, double[] high) {
        double[] width = new double[low.length];
        Arrays.setAll(width, i -> high[i] - low[i]);
        chart.add(new Series.Band(kind + ", 95 % interval", style, Set.of(kind, "interval"),
                DataTable.range(1, low.length), low, high, width, false));
    }

    private static void line(ChartBuilder chart, String kind, SeriesStyle style, double[] values, int[] points) {
        chart.add(new Series.Line(kind, style.with(Marker.NONE), Set.of(kind), DataTable.range(1, values.length),
                values));
        int[] measured = Arrays.stream(points).filter(d -> d <= values.length).toArray();
        chart.add(new Series.Points(kind + " at a chosen prefix", style, Set.of(kind, "points"),
                Arrays.stream(measured).asDoubleStream().toArray(),
                Arrays.stream(measured).mapToDouble(d -> values[d - 1]).toArray()));
    }

    private static void addColumns(ChartBuilder chart, String tag, GapCurve curve) {
        chart.column(tag + "related", curve.meanRelated())
                .column(tag + "related low", curve.relatedLow())
                .column(tag + "related high", curve.relatedHigh())
                .column(tag + "unrelated", curve.meanUnrelated())
                .column(tag + "unrelated low", curve.unrelatedLow())
                .column(tag + "unrelated high", curve.unrelatedHigh())
                .column(tag + "gap", curve.gap())
                .column(tag + "gap low", curve.gapLow())
                .column(tag + "gap high", curve.gapHigh());
    }
}
