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
                .column("d", DataTable.range(1, widest));
        asking.indices().forEach(i -> {
            ContenderStyle.beginPanel(chart, asking, i);
            if (!cosine) {
                addCosines(chart, answer, i);
            }
            addContender(chart, answer, i, measure);
        });
        addLegend(chart, answer);
        return chart.summary(ScoresFinding.of(answer).inFull()).build();
    }

    private static void addContender(ChartBuilder chart, ScoresAnswer answer, int contender, String measure) {
        String tag = answer.asking().tag(contender);
        float[][] scores = answer.contenders().get(contender).scores().score();
        for (int i = 0; i < answer.documents().size(); i++) {
            ShownDocument document = answer.documents().get(i);
            double[] score = DataTable.widen(scores[i]);
            chart.add(new Series.Line((i + 1) + " " + document.text(), style(answer, i), Set.of(key(i)),
                    DataTable.range(1, score.length), score, score, Integer.toString(i + 1)));
            chart.column(tag + measure + ": " + document.text(), score);
        }
    }

    /** The cosines stay as pale lines behind the dot products, so that the difference is seen. */
    private static void addCosines(ChartBuilder chart, ScoresAnswer answer, int contender) {
        ScoreCurves cosines = answer.contenders().get(contender).cosines();
        for (int i = 0; i < answer.documents().size(); i++) {
            double[] score = DataTable.widen(cosines.score()[i]);
            chart.add(new Series.Line("cosine of " + (i + 1), SeriesStyle.numbered(i).asPale().wide(1),
                    Set.of(key(i), "cosine"), DataTable.range(1, score.length), score));
            chart.column(answer.asking().tag(contender) + "cosine: " + answer.documents().get(i).text(), score);
        }
    }

    private static void addLegend(ChartBuilder chart, ScoresAnswer answer) {
        for (int i = 0; i < answer.documents().size(); i++) {
            chart.legend(new LegendEntry(key(i), Integer.toString(i + 1), answer.documents().get(i).text(),
                    style(answer, i), false));
        }
        if (!answer.renormalised()) {
            chart.legend(
                    LegendEntry.line("cosine", "cosine, for comparison", SeriesStyle.solid(Ink.GREY).asPale().wide(1)));
        }
    }

    private static SeriesStyle style(ScoresAnswer answer, int document) {
        return SeriesStyle.numbered(document).with(answer.documents().get(document).marker());
    }

    private static String key(int document) {
        return "document " + document;
    }
}
