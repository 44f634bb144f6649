package org.matryoscope.question.stability;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

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
 * How far rankings by prefixes agree with those at full size.
 *
 * @param asking what was asked
 * @param curves agreement by contender
 * @param measuredOn which queries, and what rotations were fitted on
 */
public record StabilityAnswer(Asking asking, List<StabilityCurve> curves, String measuredOn) implements Answer {
    /** Copies the list. */
    public StabilityAnswer {
        curves = List.copyOf(curves);
    }

    @Override
    public Finding finding(Choices choices) {
        return StabilityFinding.of(this, choices.get(StabilityQuestion.THRESHOLD));
    }

    @Override
    public Chart chart(Choices choices) {
        return StabilityChart.of(this, choices.get(StabilityQuestion.MEASURE), choices.get(StabilityQuestion.THRESHOLD),
                finding(choices).inFull());
    }

    @Override
    public List<Table> tables(Choices choices, int[] prefixes) {
        return asking.indices().mapToObj(i -> table(i, prefixes)).toList();
    }

    private Table table(int contender, int[] prefixes) {
        StabilityCurve curve = curves.get(contender);
        List<Integer> at = IntStream.of(prefixes)
                .map(d -> Arrays.binarySearch(curve.prefixes(), d))
                .filter(i -> i >= 0)
                .boxed()
                .toList();
        Table.Builder table = Table.titled(asking.title(contender))
                .numbers("d", cells(at, i -> Numbers.whole(curve.prefixes()[i])));
        for (Measure measure : Measure.values()) {
            MeanCurve values = curve.of(measure);
            table.numbers(measure.at(curve.k()), cells(at, i -> Numbers.fixed(values.mean()[i])));
            if (measure == Measure.OVERLAP && curve.hasInterval()) {
                table.numbers("95 % from", cells(at, i -> Numbers.fixed(values.low()[i])));
                table.numbers("to", cells(at, i -> Numbers.fixed(values.high()[i])));
            }
        }
        return table.build();
    }

    private static List<String> cells(List<Integer> at, IntFunction<String> cell) {
        return at.stream().map(cell::apply).toList();
    }

    @Override
    public Record fields(int contender, int[] prefixes) {
        StabilityCurve curve = curves.get(contender);
        return Fields.of(curve, Prefixes.with(prefixes, curve.dimension()));
    }

    /**
     * The answer in JSON.
     *
     * @param stability how far the ranking at each prefix agrees with that at D
     */
    record Fields(Stability stability) {
        /**
         * The agreement.
         *
         * @param reference the prefix against which the others are set: D
         * @param k depth of the overlap
         * @param queries how many queries the means are over
         * @param correlated how many documents τ-b and ρ look at
         * @param prefixes by ascending prefix
         */
        record Stability(int reference, int k, int queries, int correlated, List<Agreement> prefixes) {}

        /**
         * Agreement at one prefix; a measure that is not defined (one document, all scores tied) is absent, and so are the ends
         * of the 95 % intervals where one query is asked.
         *
         * @param d the prefix length
         * @param overlap share of the first k in common
         * @param rbo rank-biased overlap, p = 0.9
         * @param kendallTauB Kendall's τ-b over the correlated documents
         * @param spearman Spearman's ρ over the correlated documents
         */
        record Agreement(int d, @Nullable Double overlap, @Nullable Double overlapLow, @Nullable Double overlapHigh,
                @Nullable Double rbo, @Nullable Double rboLow, @Nullable Double rboHigh, @Nullable Double kendallTauB,
                @Nullable Double kendallTauBLow, @Nullable Double kendallTauBHigh, @Nullable Double spearman,
                @Nullable Double spearmanLow, @Nullable Double spearmanHigh) {}

        static Fields of(StabilityCurve curve, int[] prefixes) {
            List<Agreement> listed = IntStream.of(prefixes)
                    .map(d -> Arrays.binarySearch(curve.prefixes(), d))
                    .filter(i -> i >= 0)
                    .mapToObj(i -> agreement(curve, i))
                    .toList();
            return new Fields(new Stability(curve.dimension(), curve.k(), curve.queries(), curve.correlated(), listed));
        }

        private static Agreement agreement(StabilityCurve curve, int i) {
            MeanCurve overlap = curve.of(Measure.OVERLAP);
            MeanCurve rbo = curve.of(Measure.RBO);
            MeanCurve tau = curve.of(Measure.KENDALL);
            MeanCurve rho = curve.of(Measure.SPEARMAN);
            boolean interval = curve.hasInterval();
            return new Agreement(curve.prefixes()[i], defined(overlap.mean()[i]), end(interval, overlap.low()[i]),
                    end(interval, overlap.high()[i]), defined(rbo.mean()[i]), end(interval, rbo.low()[i]),
                    end(interval, rbo.high()[i]), defined(tau.mean()[i]), end(interval, tau.low()[i]),
                    end(interval, tau.high()[i]), defined(rho.mean()[i]), end(interval, rho.low()[i]),
                    end(interval, rho.high()[i]));
        }

        private static @Nullable Double end(boolean interval, double value) {
            return interval ? defined(value) : null;
        }

        private static @Nullable Double defined(double value) {
            return Double.isNaN(value) ? null : value;
        }
    }
}
