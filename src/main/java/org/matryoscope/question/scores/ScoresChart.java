package org.matryoscope.question.scores;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

import org.matryoscope.chart.Axis;
import org.matryoscope.chart.AxisScale;
import org.matryoscope.chart.Chart;
import org.matryoscope.chart.ChartBuilder;
import org.matryoscope.chart.DataTable;
import org.matryoscope.chart.Ink;
import org.matryoscope.chart.LegendEntry;
import org.matryoscope.chart.Series;
import org.matryoscope.chart.SeriesStyle;
import org.matryoscope.question.Asking;
import org.matryoscope.question.ContenderStyle;
import org.matryoscope.question.ShownDocument;

/** Describes the chart of scores against prefix. */
final class ScoresChart {
    private ScoresChart() {
    }

    static Chart of(ScoresAnswer answer) {
        Asking asking = answer.asking();
        boolean cosine = answer.renormalised();
        String measure = cosine ? "cosine" : "dot product";
        int widest = asking.widest();
        Axis y = Axis.covering(measure,
                answer.contenders()
                        .stream()
                        .flatMap(each -> Stream.of(each.scores(), each.cosines()))
                        .flatMap(curves -> Stream.of(curves.score()))
                        .map(DataTable::widen)
                        .flatMapToDouble(Arrays::stream));
        ChartBuilder chart = Chart
                .builder(
                        cosine
                                ? "Cosine with the query against prefix length"
                                : "Dot product with the query, not re-normalised, against prefix length",
                        Axis.prefixes("prefix length d", AxisScale.LOG2, widest), y)
                .maxPrefix(asking.dimension())
                .trained(asking.trained())
                .column("d", DataTable.range(1, widest));
        if (!cosine) {
            addCosines(chart, answer);
        }
        asking.indices().forEach(i -> addContender(chart, answer, i, measure));
        ContenderStyle.addLegendAmong(chart, asking);
        return chart.summary(ScoresFinding.of(answer).inFull()).build();
    }

    private static void addContender(ChartBuilder chart, ScoresAnswer answer, int contender, String measure) {
        Asking asking = answer.asking();
        String tag = asking.tag(contender);
        float[][] scores = answer.contenders().get(contender).scores().score();
        for (int i = 0; i < answer.documents().size(); i++) {
            ShownDocument document = answer.documents().get(i);
            SeriesStyle style = SeriesStyle.numbered(i).with(document.marker());
            double[] score = DataTable.widen(scores[i]);
            chart.add(new Series.Line(tag + (i + 1) + " " + document.text(), ContenderStyle.among(contender, style),
                    ContenderStyle.keys(asking, contender, documentKey(i)), DataTable.range(1, score.length), score,
                    score, contender == 0 ? (i + 1) + " " + document.label() : ""));
            chart.column(tag + measure + ": " + document.text(), score);
            if (contender == 0) {
                chart.legend(new LegendEntry(documentKey(i), Integer.toString(i + 1), document.text(), style, false));
            }
        }
    }

    /** The first contender's cosines stay as pale lines behind the dot products, so that the difference is seen. */
    private static void addCosines(ChartBuilder chart, ScoresAnswer answer) {
        ScoreCurves cosines = answer.contenders().getFirst().cosines();
        for (int i = 0; i < answer.documents().size(); i++) {
            double[] score = DataTable.widen(cosines.score()[i]);
            chart.add(new Series.Line("cosine of " + (i + 1), SeriesStyle.numbered(i).asPale().wide(1),
                    Set.of(documentKey(i), "cosine"), DataTable.range(1, score.length), score));
            chart.column("cosine: " + answer.documents().get(i).text(), score);
        }
        chart.legend(
                LegendEntry.line("cosine", "cosine, for comparison", SeriesStyle.solid(Ink.GREY).asPale().wide(1)));
    }

    private static String documentKey(int i) {
        return "document " + i;
    }
}
