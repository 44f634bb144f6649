package org.matryoscope.question.storage;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.matryoscope.base.Numbers;
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
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.ContenderStyle;
import org.matryoscope.question.FormatStyle;
import org.matryoscope.retrieval.KeptCurve;
import org.matryoscope.retrieval.StoredVectors;
import org.matryoscope.vector.NumberFormat;

/** Describes the chart of bytes against prefix length, a line a number format: thick where it keeps enough. */
final class StorageChart {
    private static final double MEGABYTE = 1e6;
    private static final double THICK = 3.5;
    private static final String ENOUGH = "keeps enough";

    private StorageChart() {
    }

    static Chart of(StorageAnswer answer, Choices choices) {
        Asking asking = answer.asking();
        double threshold = choices.get(StorageQuestion.KEPT);
        double documents = answer.documents(choices);
        double most = answer.curves()
                .stream()
                .mapToDouble(curves -> curves.given().bytesPerVector(curves.dimension()) * documents / MEGABYTE)
                .max()
                .orElseThrow();
        ChartBuilder chart = Chart
                .builder(
                        "Size of " + Numbers.whole(documents) + " vectors; thick where " + Numbers.percent(threshold)
                                + " " + answer.measure() + " are kept",
                        Axis.prefixes("prefix length d", AxisScale.LOG2, asking.widest()),
                        new Axis("MB", AxisScale.LOG10, documents / MEGABYTE, most, false, List.of()))
                .maxPrefix(asking.dimension());
        asking.indices().forEach(i -> {
            ContenderStyle.beginPanel(chart, asking, i);
            add(chart, answer, i, threshold, documents);
        });
        answer.curves().getFirst().formats().forEach(each -> {
            String format = each.curve().format().label();
            chart.legend(LegendEntry.line(format, format, FormatStyle.of(each.curve().format()).wide(1).asDashed()));
        });
        chart.legend(LegendEntry.line(ENOUGH, ENOUGH, SeriesStyle.solid(Ink.MUTED).wide(THICK)));
        return chart.summary(StorageFinding.of(answer, choices).inFull()).build();
    }

    private static void add(ChartBuilder chart, StorageAnswer answer, int contender, double threshold,
            double documents) {
        StorageCurves curves = answer.curves().get(contender);
        String tag = answer.asking().tag(contender);
        for (KeptInterval each : curves.formats()) {
            KeptCurve curve = each.curve();
            String format = curve.format().label();
            int from = StorageCurves.keptFrom(curve, threshold);
            double[] x = DataTable.range(1, curves.dimension());
            double[] size = sizes(curve.format(), x, documents);
            chart.add(new Series.Line(format, FormatStyle.of(curve.format()).wide(1).asDashed(), Set.of(format), x,
                    size));
            if (from <= curves.dimension()) {
                double[] kept = DataTable.range(from, curves.dimension());
                chart.add(new Series.Line(format, FormatStyle.of(curve.format()).wide(THICK), Set.of(format, ENOUGH),
                        kept, sizes(curve.format(), kept, documents)));
            }
            chart.column(tag + format + " MB", size)
                    .column(tag + format + " d", Arrays.stream(curve.prefixes()).asDoubleStream().toArray())
                    .column(tag + format + " kept", curve.kept());
        }
        StoredVectors smallest = curves.smallest(threshold);
        chart.mark(new Mark(smallest.d(), smallest.format().label() + " at " + smallest.d(), Mark.Kind.FINDING,
                FormatStyle.of(smallest.format())));
    }

    private static double[] sizes(NumberFormat format, double[] prefixes, double documents) {
        return Arrays.stream(prefixes).map(d -> format.bytesPerVector((int) d) * documents / MEGABYTE).toArray();
    }
}
