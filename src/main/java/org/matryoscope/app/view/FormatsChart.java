package org.matryoscope.app.view;

import java.util.Arrays;
import java.util.Set;

import org.matryoscope.app.state.Side;
import org.matryoscope.chart.Axis;
import org.matryoscope.chart.AxisScale;
import org.matryoscope.chart.Chart;
import org.matryoscope.chart.ChartBuilder;
import org.matryoscope.chart.DataTable;
import org.matryoscope.chart.Ink;
import org.matryoscope.chart.LegendEntry;
import org.matryoscope.chart.Series;
import org.matryoscope.chart.SeriesStyle;
import org.matryoscope.study.FormatCurves;
import org.matryoscope.study.FormatCurves.FormatCurve;
import org.matryoscope.vector.NumberFormat;

/** Describes the chart of agreement by number format. */
final class FormatsChart {
    /** What the formats are set against. */
    enum Reference {
        FULL("full size"), SAME_D("the same d");

        private final String label;

        Reference(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        double[] of(FormatCurve curve) {
            return this == FULL ? curve.full() : curve.sameD();
        }
    }

    private FormatsChart() {
    }

    static Chart of(FormatsAnswer answer, Reference reference) {
        FormatCurves a = answer.curves().a();
        String title = "Agreement of the first " + a.k() + " with " + a.formats().getFirst().format().label() + " at "
                + reference.label + ", by number format";
        ChartBuilder chart = Chart
                .builder(title, Axis.prefixes("prefix length d", AxisScale.LOG2, answer.widest()),
                        Axis.linear("overlap@" + a.k(), 0, 1))
                .maxPrefix(a.dimension())
                .trained(answer.trained())
                .column("d", DataTable.range(1, answer.widest()));
        answer.curves()
                .forEach((side, curves) -> curves.formats()
                        .forEach(curve -> add(chart, answer, side, curve, reference)));
        if (answer.curves().both()) {
            answer.names()
                    .forEach((side, name) -> chart.legend(LegendEntry.line(side.name(), side + " " + name,
                            styled(side, SeriesStyle.solid(Ink.TEXT)))));
        }
        return chart.summary(FormatsSentence.of(answer)).build();
    }

    private static void add(ChartBuilder chart, FormatsAnswer answer, Side side, FormatCurve curve,
            Reference reference) {
        String tag = answer.curves().tag(side);
        String format = curve.format().label();
        SeriesStyle style = style(curve.format());
        double[] values = reference.of(curve);
        chart.add(new Series.Line(tag + format, styled(side, style), Set.of(format, side.name()),
                DataTable.range(1, values.length), values));
        if (side == Side.A) {
            chart.legend(LegendEntry.line(format, format, style));
        }
        double[] bytes = new double[values.length];
        Arrays.setAll(bytes, i -> curve.format().bytesPerVector(i + 1));
        chart.column(tag + format + " bytes a vector", bytes)
                .column(tag + format + " overlap, same d", curve.sameD())
                .column(tag + format + " overlap, full", curve.full());
    }

    private static SeriesStyle style(NumberFormat format) {
        return switch (format) {
            case FLOAT32 -> SeriesStyle.solid(Ink.GREY).wide(3.5);
            case FLOAT16 -> SeriesStyle.solid(Ink.GREEN).wide(1.5);
            case INT8 -> SeriesStyle.solid(Ink.BLUE);
            case BINARY -> SeriesStyle.solid(Ink.VERMILION);
        };
    }

    private static SeriesStyle styled(Side side, SeriesStyle style) {
        return side == Side.A ? style : style.asDashed().asPale();
    }
}
