package org.matryoscope.question.quality;

import java.util.List;
import java.util.stream.IntStream;

import org.matryoscope.base.Numbers;
import org.matryoscope.chart.Chart;
import org.matryoscope.metric.MeanCurve;
import org.matryoscope.question.Answer;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Finding;
import org.matryoscope.question.Prefixes;
import org.matryoscope.question.Table;

/**
 * How good rankings by prefixes are.
 *
 * @param asking what was asked
 * @param curves quality by contender
 * @param measuredOn which queries, and what rotations were fitted on
 */
public record QualityAnswer(Asking asking, List<QualityCurve> curves, String measuredOn) implements Answer {
    /** Copies the list. */
    public QualityAnswer {
        curves = List.copyOf(curves);
    }

    /** Returns the measure chosen, or the first where that is not measured here. */
    private QualityMeasure measure(Choices choices) {
        List<QualityMeasure> measures = curves.getFirst().measures();
        QualityMeasure chosen = choices.get(QualityQuestion.MEASURE);
        return measures.contains(chosen) ? chosen : measures.getFirst();
    }

    /** Returns a measure's name, with the depth of recall. */
    String name(QualityMeasure measure) {
        return measure.at(asking.get(QualityQuestion.RECALL_AT));
    }

    @Override
    public Finding finding(Choices choices) {
        return QualityFinding.of(this, measure(choices), choices.get(QualityQuestion.KEPT));
    }

    @Override
    public Chart chart(Choices choices) {
        return QualityChart.of(this, measure(choices), choices.get(QualityQuestion.OF_FULL),
                choices.get(QualityQuestion.KEPT));
    }

    @Override
    public List<Table> tables(Choices choices, int[] prefixes) {
        return asking.indices().mapToObj(i -> table(i, prefixes, measure(choices))).toList();
    }

    private Table table(int contender, int[] prefixes, QualityMeasure drawn) {
        QualityCurve curve = curves.get(contender);
        int[] at = places(curve, prefixes);
        Table.Builder table = Table.titled(asking.title(contender))
                .numbers("d", IntStream.of(at).mapToObj(i -> Numbers.whole(curve.prefixes()[i])).toList());
        for (QualityMeasure measure : curve.measures()) {
            table.numbers(name(measure), fixed(at, curve.of(measure).mean()));
            if (measure == drawn) {
                table.numbers("95 % from", fixed(at, curve.of(measure).low()))
                        .numbers("to", fixed(at, curve.of(measure).high()))
                        .numbers("of full", fixed(at, curve.share(measure).mean()));
            }
        }
        return table.build();
    }

    private static List<String> fixed(int[] at, double[] values) {
        return IntStream.of(at).mapToObj(i -> Numbers.fixed(values[i])).toList();
    }

    private static int[] places(QualityCurve curve, int[] prefixes) {
        return IntStream.of(Prefixes.with(prefixes, curve.dimension())).map(curve::at).filter(i -> i >= 0).toArray();
    }

    @Override
    public Record fields(int contender, int[] prefixes) {
        return new Fields(new Quality(curves.getFirst().queries(),
                asking.indices()
                        .mapToObj(i -> new Named(asking.contenders().get(i).name(), measures(curves.get(i), prefixes)))
                        .toList()));
    }

    private List<Measured> measures(QualityCurve curve, int[] prefixes) {
        return curve.measures().stream().map(measure -> {
            MeanCurve values = curve.of(measure);
            return new Measured(name(measure), IntStream.of(places(curve, prefixes))
                    .mapToObj(i -> new At(curve.prefixes()[i], values.mean()[i], values.low()[i], values.high()[i]))
                    .toList(), curve.monotone(measure), curve.largestFall(measure));
        }).toList();
    }

    /**
     * The answer in JSON.
     *
     * @param quality how good the rankings are
     */
    record Fields(Quality quality) {}

    /**
     * Quality.
     *
     * @param queries how many queries the means are over
     * @param contenders every contender
     */
    record Quality(int queries, List<Named> contenders) {}

    /**
     * One contender.
     *
     * @param name its name
     * @param measures each measure
     */
    record Named(String name, List<Measured> measures) {}

    /**
     * One measure.
     *
     * @param name "NDCG@10", "Recall@100" or at another depth, "MRR@10" or "MAP"; "Spearman ρ" of scored pairs
     * @param prefixes its mean by ascending prefix
     * @param monotone share of steps between measured prefixes at which it does not fall
     * @param largestFall the largest fall from one measured prefix to the next
     */
    record Measured(String name, List<At> prefixes, double monotone, double largestFall) {}

    /**
     * A mean at one prefix.
     *
     * @param d the prefix length
     * @param value the mean over the queries
     * @param low lower end of its 95 % interval
     * @param high upper end
     */
    record At(int d, double value, double low, double high) {}
}
