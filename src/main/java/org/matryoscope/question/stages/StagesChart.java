package org.matryoscope.question.stages;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import org.matryoscope.chart.Axis;
import org.matryoscope.chart.AxisScale;
import org.matryoscope.chart.Chart;
import org.matryoscope.chart.ChartBuilder;
import org.matryoscope.chart.Ink;
import org.matryoscope.chart.LegendEntry;
import org.matryoscope.chart.Mark;
import org.matryoscope.chart.Series;
import org.matryoscope.chart.SeriesStyle;
import org.matryoscope.question.Asking;
import org.matryoscope.question.ContenderStyle;

/**
 * Describes the chart of recall against cost. Costs stand on the axis of prefix lengths, as if so many dimensions of every
 * document were read: Ds + K·Dr/N. So a search in steps and one by d dimensions are read off the same line.
 */
final class StagesChart {
    private static final String SINGLE = "one step";
    private static final String TRIED = "each tried";
    private static final String AS_SET = "as set";
    private static final SeriesStyle TRIED_STYLE = SeriesStyle.solid(Ink.MUTED)
            .asPale()
            .with(SeriesStyle.Marker.CIRCLE);

    private StagesChart() {
    }

    static Chart of(StagesAnswer answer, double recall) {
        Asking asking = answer.asking();
        int k = answer.costs().getFirst().k();
        ChartBuilder chart = Chart
                .builder("Recall of searches in steps against their cost",
                        new Axis("cost: dimensions read a document, Ds + K·Dr/N", AxisScale.LOG2, least(answer),
                                Math.max(2, asking.widest()), true, List.of()),
                        Axis.linear("recall@" + k, 0, 1))
                .maxPrefix(asking.dimension());
        asking.indices().forEach(i -> add(chart, answer, i, recall));
        ContenderStyle.addLegend(chart, asking);
        chart.legend(LegendEntry.line(SINGLE, SINGLE, SeriesStyle.solid(Ink.MUTED).wide(1).asDashed()))
                .legend(LegendEntry.line(TRIED, TRIED, TRIED_STYLE))
                .legend(LegendEntry.line(AS_SET, AS_SET, SeriesStyle.solid(Ink.MUTED).with(SeriesStyle.Marker.SQUARE)));
        return chart.summary(StagesFinding.of(answer, recall).inFull()).build();
    }

    /** The power of two below the least cost; a graph's may be below that of one dimension of every document. */
    private static double least(StagesAnswer answer) {
        double least = answer.costs()
                .stream()
                .flatMapToDouble(costs -> Stream.concat(costs.settings().stream(), costs.single().stream())
                        .mapToDouble(costs::inDimensions))
                .min()
                .orElse(1);
        return Math.pow(2, Math.floor(Math.log(least) / Math.log(2)));
    }

    private static void add(ChartBuilder chart, StagesAnswer answer, int contender, double recall) {
        Asking asking = answer.asking();
        StageCosts costs = answer.costs().get(contender);
        SeriesStyle style = ContenderStyle.of(asking.contenders().get(contender));
        String key = ContenderStyle.key(asking, contender);
        String tag = asking.tag(contender);
        List<StageSetting> front = costs.front()
                .stream()
                .filter(each -> costs.inDimensions(each) <= costs.dimension())
                .toList();
        List<StageSetting> all = costs.settings()
                .stream()
                .filter(each -> costs.inDimensions(each) <= costs.dimension())
                .sorted(Comparator.comparingDouble(StageSetting::macs))
                .toList();
        double[] x = values(front, costs::inDimensions);
        double[] recalls = values(front, StageSetting::recall);
        chart.add(new Series.Points(tag + TRIED, style.asPale().with(SeriesStyle.Marker.CIRCLE), Set.of(key, TRIED),
                values(all, costs::inDimensions), values(all, StageSetting::recall)))
                .add(new Series.Line(tag + SINGLE, style.wide(1).asDashed(), Set.of(key, SINGLE),
                        values(costs.single(), costs::inDimensions), values(costs.single(), StageSetting::recall)))
                .add(new Series.Line(tag + "in steps", style, Set.of(key), x, recalls, recalls,
                        asking.several() ? asking.contenders().get(contender).name() : ""))
                .add(new Series.Points(tag + AS_SET, style.with(SeriesStyle.Marker.SQUARE), Set.of(key, AS_SET),
                        new double[]{costs.inDimensions(costs.asSet())}, new double[]{costs.asSet().recall()}));
        costs.cheapest(recall)
                .ifPresent(setting -> chart.mark(new Mark(costs.inDimensions(setting),
                        tag + setting.funnel().first().d() + " → " + setting.funnel().first().keep(), Mark.Kind.FINDING,
                        style)));
        chart.column(tag + "cost in dimensions", values(all, costs::inDimensions))
                .column(tag + "recall", values(all, StageSetting::recall))
                .column(tag + "recall low", values(all, StageSetting::low))
                .column(tag + "recall high", values(all, StageSetting::high))
                .column(tag + "multiply-adds", values(all, StageSetting::macs))
                .column(tag + "ms a query", values(all, StageSetting::ms))
                .column(tag + "first d", values(all, each -> each.funnel().first().d()))
                .column(tag + "first keeps", values(all, each -> each.funnel().first().keep()));
    }

    private static double[] values(List<StageSetting> of, ToDoubleFunction<StageSetting> value) {
        return of.stream().mapToDouble(value).toArray();
    }
}
