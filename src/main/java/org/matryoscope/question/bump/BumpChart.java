package org.matryoscope.question.bump;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.matryoscope.base.Numbers;
import org.matryoscope.chart.Axis;
import org.matryoscope.chart.AxisScale;
import org.matryoscope.chart.Chart;
import org.matryoscope.chart.ChartBuilder;
import org.matryoscope.chart.LegendEntry;
import org.matryoscope.chart.Series;
import org.matryoscope.chart.SeriesStyle;
import org.matryoscope.question.Asking;
import org.matryoscope.question.ContenderStyle;
import org.matryoscope.question.ShownDocument;

/** Describes the chart of ranks across prefixes. */
final class BumpChart {
    private BumpChart() {
    }

    /** Draws each contender's own leaders; ranks below the window are drawn on a row of their own at its bottom. */
    static Chart of(BumpAnswer answer) {
        Asking asking = answer.asking();
        int window = Math.max(1, answer.documents().stream().mapToInt(List::size).max().orElse(0));
        ChartBuilder chart = Chart
                .builder("Rank of the " + window + " leaders of the full ranking against prefix length",
                        Axis.prefixes("prefix length d", AxisScale.LOG2, asking.widest()), rankAxis(window))
                .maxPrefix(asking.dimension());
        asking.indices().forEach(i -> {
            ContenderStyle.beginPanel(chart, asking, i);
            addContender(chart, answer, i, window);
        });
        addLegend(chart, answer, window);
        return chart.summary(BumpFinding.of(answer).inFull()).build();
    }

    private static void addContender(ChartBuilder chart, BumpAnswer answer, int contender, int window) {
        BumpRanks ranks = answer.ranks().get(contender);
        List<ShownDocument> documents = answer.documents().get(contender);
        String tag = answer.asking().tag(contender);
        double[] x = Arrays.stream(ranks.prefixes()).asDoubleStream().toArray();
        chart.column(tag + "d", x);
        for (int i = 0; i < documents.size(); i++) {
            String place = Integer.toString(i + 1);
            double[] rank = Arrays.stream(ranks.rank()[i]).asDoubleStream().toArray();
            double[] heights = Arrays.stream(rank).map(value -> Math.min(value, window + 1)).toArray();
            SeriesStyle style = SeriesStyle.numbered(i).with(documents.get(i).marker());
            // Beside one panel the legend holds the texts; several panels have different ones.
            String end = answer.asking().several() ? place + " " + documents.get(i).label() : place;
            chart.add(new Series.Line(place + " " + documents.get(i).text(), style, Set.of(place), x, heights, rank,
                    end));
            chart.column(tag + "rank of: " + documents.get(i).text(), rank);
        }
    }

    private static void addLegend(ChartBuilder chart, BumpAnswer answer, int window) {
        List<ShownDocument> documents = answer.documents().getFirst();
        for (int i = 0; i < window; i++) {
            String place = Integer.toString(i + 1);
            SeriesStyle style = SeriesStyle.numbered(i);
            chart.legend(answer.asking().several() || i >= documents.size()
                    ? LegendEntry.line(place, place, style)
                    : new LegendEntry(place, place, documents.get(i).text(), style.with(documents.get(i).marker()),
                            false));
        }
    }

    private static Axis rankAxis(int window) {
        List<Axis.Tick> ticks = new ArrayList<>();
        ticks.add(new Axis.Tick(1, "1"));
        ticks.add(new Axis.Tick(window + 1.0, ">" + window));
        for (int rank = 2; rank <= window; rank++) {
            ticks.add(new Axis.Tick(rank, Numbers.whole(rank)));
        }
        return new Axis("rank", AxisScale.LINEAR, window + 1.4, 0.6, true, ticks);
    }
}
