package org.matryoscope.app.view;

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
import org.matryoscope.study.BumpRanks;

/** Describes the chart of ranks across prefixes. */
final class BumpChart {
    private BumpChart() {
    }

    /**
     * Draws the leaders at full size; ranks below the window are drawn on a row of their own at its bottom.
     *
     * @param title the chart's title
     * @param ranks the ranks
     * @param documents the documents, in the order of {@code ranks.rows()}
     * @param trained trained prefixes
     * @param maxPrefix the largest d that can be set
     * @return the chart
     */
    static Chart of(String title, BumpRanks ranks, List<ShownDocument> documents, List<Integer> trained,
            int maxPrefix) {
        int dimension = ranks.prefixes()[ranks.prefixes().length - 1];
        int window = Math.max(1, documents.size());
        ChartBuilder chart = Chart
                .builder(title, Axis.prefixes("prefix length d", AxisScale.LOG2, dimension), rankAxis(window))
                .maxPrefix(maxPrefix)
                .trained(trained);
        double[] x = Arrays.stream(ranks.prefixes()).asDoubleStream().toArray();
        chart.column("d", x);
        for (int i = 0; i < documents.size(); i++) {
            String place = Integer.toString(i + 1);
            double[] rank = Arrays.stream(ranks.rank()[i]).asDoubleStream().toArray();
            double[] drawn = Arrays.stream(rank).map(value -> Math.min(value, window + 1)).toArray();
            SeriesStyle style = SeriesStyle.numbered(i).with(documents.get(i).marker());
            chart.add(new Series.Line(place + " " + documents.get(i).text(), style, Set.of(place), x, drawn, rank,
                    place + " " + documents.get(i).label()));
            chart.legend(new LegendEntry(place, place, documents.get(i).text(), style, false));
            chart.column("rank of: " + documents.get(i).text(), rank);
        }
        return chart.summary(BumpSentence.of(ranks, documents)).build();
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
