package org.matryoscope.question.formats;

import java.util.Arrays;
import java.util.Set;

import org.matryoscope.chart.Axis;
import org.matryoscope.chart.AxisScale;
import org.matryoscope.chart.Chart;
import org.matryoscope.chart.ChartBuilder;
import org.matryoscope.chart.DataTable;
import org.matryoscope.chart.LegendEntry;
import org.matryoscope.chart.Series;
import org.matryoscope.question.Asking;
import org.matryoscope.question.ContenderStyle;
import org.matryoscope.question.FormatStyle;
import org.matryoscope.question.formats.FormatCurves.FormatCurve;
import org.matryoscope.question.formats.FormatsQuestion.Reference;

/** Describes the chart of agreement by number format. */
final class FormatsChart {
    private FormatsChart() {
    }

    static Chart of(FormatsAnswer answer, Reference reference) {
        Asking asking = answer.asking();
        FormatCurves a = answer.curves().getFirst();
        String title = "Agreement of the first " + a.k() + " with " + a.formats().getFirst().format().label() + " at "
                + reference.label() + ", by number format";
        ChartBuilder chart = Chart
                .builder(title, Axis.prefixes("prefix length d", AxisScale.LOG2, asking.widest()),
                        Axis.linear("overlap@" + a.k(), 0, 1))
                .maxPrefix(a.dimension())
                .column("d", DataTable.range(1, asking.widest()));
        asking.indices().forEach(i -> {
            ContenderStyle.beginPanel(chart, asking, i);
            answer.curves().get(i).formats().forEach(curve -> add(chart, asking.tag(i), curve, reference));
        });
        a.formats().forEach(curve -> {
            String format = curve.format().label();
            chart.legend(LegendEntry.line(format, format, FormatStyle.of(curve.format())));
        });
        return chart.summary(FormatsFinding.of(answer).inFull()).build();
    }

    private static void add(ChartBuilder chart, String tag, FormatCurve curve, Reference reference) {
        String format = curve.format().label();
        double[] values = reference.of(curve);
        chart.add(new Series.Line(format, FormatStyle.of(curve.format()), Set.of(format),
                DataTable.range(1, values.length), values));
        double[] bytes = new double[values.length];
        Arrays.setAll(bytes, i -> curve.format().bytesPerVector(i + 1));
        chart.column(tag + format + " bytes a vector", bytes)
                .column(tag + format + " overlap, same d", curve.sameD())
                .column(tag + format + " overlap, full", curve.full());
    }
}
