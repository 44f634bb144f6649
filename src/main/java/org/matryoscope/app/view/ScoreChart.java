package org.matryoscope.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
import org.matryoscope.study.ScoreCurves;

/** Describes the chart of scores against prefix. */
final class ScoreChart {
    private ScoreChart() {
    }

    static Chart of(ScoreAnswer answer) {
        boolean cosine = answer.renormalised();
        String measure = cosine ? "cosine" : "dot product";
        int widest = answer.scores()
                .answers()
                .values()
                .stream()
                .flatMap(curves -> Stream.of(curves.score()))
                .mapToInt(curve -> curve.length)
                .max()
                .orElse(1);
        List<ScoreCurves> drawn = new ArrayList<>(answer.scores().answers().values());
        drawn.add(answer.cosines().a());
        Axis y = Axis.covering(measure,
                drawn.stream()
                        .flatMap(curves -> Stream.of(curves.score()))
                        .map(DataTable::widen)
                        .flatMapToDouble(java.util.Arrays::stream));
        ChartBuilder chart = Chart
                .builder(
                        cosine
                                ? "Cosine with the query against prefix length"
                                : "Dot product with the query, not re-normalised, against prefix length",
                        Axis.prefixes("prefix length d", AxisScale.LOG2, widest), y)
                .maxPrefix(answer.dimension())
                .trained(answer.trained())
                .column("d", DataTable.range(1, widest));
        if (!cosine) {
            addCosines(chart, answer);
        }
        answer.scores().forEach((side, curves) -> addSide(chart, answer, side, curves, measure));
        return chart.summary(ScoreSentence.of(answer)).build();
    }

    private static void addSide(ChartBuilder chart, ScoreAnswer answer, Side side, ScoreCurves curves, String measure) {
        String tag = answer.scores().tag(side);
        for (int i = 0; i < answer.documents().size(); i++) {
            ShownDocument document = answer.documents().get(i);
            SeriesStyle style = SeriesStyle.numbered(i).with(document.marker());
            double[] score = DataTable.widen(curves.score()[i]);
            chart.add(new Series.Line(tag + (i + 1) + " " + document.text(),
                    side == Side.A ? style : style.asDashed().asPale(), Set.of(documentKey(i), side.name()),
                    DataTable.range(1, score.length), score, score,
                    side == Side.A ? (i + 1) + " " + document.label() : ""));
            chart.column(tag + measure + ": " + document.text(), score);
            if (side == Side.A) {
                chart.legend(new LegendEntry(documentKey(i), Integer.toString(i + 1), document.text(), style, false));
            }
        }
        if (answer.scores().both()) {
            SeriesStyle style = SeriesStyle.solid(Ink.TEXT);
            chart.legend(LegendEntry.line(side.name(), side + " " + answer.names().answers().get(side),
                    side == Side.A ? style : style.asDashed().asPale()));
        }
    }

    /** The cosines stay as pale lines behind the dot products, so that the difference is seen. */
    private static void addCosines(ChartBuilder chart, ScoreAnswer answer) {
        ScoreCurves cosines = answer.cosines().a();
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
