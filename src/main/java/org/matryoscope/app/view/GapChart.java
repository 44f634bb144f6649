package org.matryoscope.app.view;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import org.matryoscope.app.state.Side;
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
import org.matryoscope.study.GapCurve;

/** Describes the chart of related and unrelated similarity and the gap between them. */
final class GapChart {
    private static final SeriesStyle RELATED = SeriesStyle.solid(Ink.BLUE).with(Marker.CIRCLE);
    private static final SeriesStyle UNRELATED = SeriesStyle.solid(Ink.VERMILION).with(Marker.CROSS);
    private static final SeriesStyle GAP = SeriesStyle.solid(Ink.GREY).with(Marker.SQUARE);

    private GapChart() {
    }

    /** Draws the curves, with points at the given prefixes of model A. */
    static Chart of(GapAnswer answer, int[] points) {
        int widest = answer.curves()
                .answers()
                .values()
                .stream()
                .mapToInt(curve -> curve.gap().length)
                .max()
                .orElseThrow();
        Axis y = Axis.covering("mean cosine",
                answer.curves().answers().values().stream().flatMapToDouble(GapChart::extent));
        ChartBuilder chart = Chart
                .builder("Similarity and gap against prefix length",
                        Axis.prefixes("prefix length d", AxisScale.LOG2, widest), y)
                .maxPrefix(answer.dimension())
                .trained(answer.trained())
                .column("d", DataTable.range(1, widest));
        GapCurve a = answer.curves().a();
        interval(chart, "unrelated", UNRELATED, a.unrelatedLow(), a.unrelatedHigh());
        interval(chart, "related", RELATED, a.relatedLow(), a.relatedHigh());
        interval(chart, "gap", GAP, a.gapLow(), a.gapHigh());
        answer.curves().forEach((side, curve) -> {
            line(chart, answer, side, "related", RELATED, curve.meanRelated(), points);
            line(chart, answer, side, "unrelated", UNRELATED, curve.meanUnrelated(), points);
            line(chart, answer, side, "gap", GAP, curve.gap(), points);
            addColumns(chart, answer.curves().tag(side), curve);
        });
        chart.legend(LegendEntry.line("related", "mean of " + Numbers.whole(a.related().length) + " related", RELATED));
        chart.legend(LegendEntry.line("unrelated", "mean of " + Numbers.whole(a.unrelated().length) + " unrelated",
                UNRELATED));
        chart.legend(LegendEntry.line("gap", "gap", GAP));
        chart.legend(LegendEntry.area("interval", "95 % interval", SeriesStyle.solid(Ink.GREY).asPale()));
        if (answer.curves().both()) {
            answer.names()
                    .forEach((side, name) -> chart.legend(LegendEntry.line(side.name(), side + " " + name,
                            styled(side, SeriesStyle.solid(Ink.TEXT)))));
        }
        return chart.summary(GapSentence.of(answer)).build();
    }

    private static DoubleStream extent(GapCurve curve) {
        return Stream
                .of(curve.relatedLow(), curve.relatedHigh(), curve.unrelatedLow(), curve.unrelatedHigh(), curve.gap())
                .flatMapToDouble(Arrays::stream);
    }

    private static void interval(ChartBuilder chart, String kind, SeriesStyle style, double[] low, double[] high) {
        double[] width = new double[low.length];
        Arrays.setAll(width, i -> high[i] - low[i]);
        chart.add(new Series.Band(kind + ", width of interval", style, Set.of(kind, "interval", "A"),
                DataTable.range(1, low.length), low, high, width, false));
    }

    private static void line(ChartBuilder chart, GapAnswer answer, Side side, String kind, SeriesStyle style,
            double[] values, int[] points) {
        String name = answer.curves().tag(side) + kind;
        Set<String> keys = Set.of(kind, side.name());
        chart.add(new Series.Line(name, styled(side, style).with(Marker.NONE), keys, DataTable.range(1, values.length),
                values));
        if (side == Side.A) {
            chart.add(new Series.Points(name + " at a chosen prefix", style, keys,
                    Arrays.stream(points).asDoubleStream().toArray(),
                    Arrays.stream(points).mapToDouble(d -> values[d - 1]).toArray()));
        }
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

    private static SeriesStyle styled(Side side, SeriesStyle style) {
        return side == Side.A ? style : style.asDashed().asPale();
    }
}
