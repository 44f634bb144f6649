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
import org.matryoscope.question.Contender;
import org.matryoscope.question.Prefixes;
import org.matryoscope.question.ShownDocument;

/** Describes the chart of ranks across prefixes. */
final class BumpChart {
    private BumpChart() {
    }

    /** Draws one contender's leaders; ranks below the window are drawn on a row of their own at its bottom. */
    static Chart of(BumpAnswer answer, int contender) {
        Asking asking = answer.asking();
        BumpRanks ranks = answer.ranks().get(contender);
        List<ShownDocument> documents = answer.documents().get(contender);
        int dimension = ranks.prefixes()[ranks.prefixes().length - 1];
        int window = Math.max(1, documents.size());
        Contender drawn = asking.contenders().get(contender);
        String title = "Rank of the " + window + " leaders of the full ranking against prefix length"
                + (asking.several() ? ", " + drawn.name() + ": " + drawn.model() : "");
        ChartBuilder chart = Chart
                .builder(title, Axis.prefixes("prefix length d", AxisScale.LOG2, dimension), rankAxis(window))
                .maxPrefix(Math.min(dimension, asking.dimension()))
                .trained(Prefixes.trained(drawn.subject().texts().origin()));
        double[] x = Arrays.stream(ranks.prefixes()).asDoubleStream().toArray();
        chart.column("d", x);
        for (int i = 0; i < documents.size(); i++) {
            String place = Integer.toString(i + 1);
            double[] rank = Arrays.stream(ranks.rank()[i]).asDoubleStream().toArray();
            double[] heights = Arrays.stream(rank).map(value -> Math.min(value, window + 1)).toArray();
            SeriesStyle style = SeriesStyle.numbered(i).with(documents.get(i).marker());
            chart.add(new Series.Line(place + " " + documents.get(i).text(), style, Set.of(place), x, heights, rank,
                    place + " " + documents.get(i).label()));
            chart.legend(new LegendEntry(place, place, documents.get(i).text(), style, false));
            chart.column("rank of: " + documents.get(i).text(), rank);
        }
        return chart.summary(BumpFinding.of(answer, contender).inFull()).build();
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
