package org.matryoscope.question.gap;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.matryoscope.base.Numbers;
import org.matryoscope.chart.Chart;
import org.matryoscope.question.Answer;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.CommonOptions;
import org.matryoscope.question.Finding;
import org.matryoscope.question.Prefixes;
import org.matryoscope.question.Table;

/**
 * How far apart related and unrelated texts are.
 *
 * @param asking what was asked
 * @param texts the related and unrelated texts
 * @param curves similarities and gap by contender
 * @param measuredOn what rotations were fitted on
 */
record GapAnswer(Asking asking, RelatedTexts texts, List<GapCurve> curves, String measuredOn) implements Answer {
    GapAnswer {
        curves = List.copyOf(curves);
    }

    @Override
    public Finding finding(Choices choices) {
        return GapFinding.of(this);
    }

    @Override
    public Chart chart(Choices choices) {
        return GapChart.of(this,
                Prefixes.listed(choices.get(CommonOptions.LISTED), asking.first().subject().texts().origin()));
    }

    @Override
    public List<Table> tables(Choices choices, int[] prefixes) {
        return asking.indices().mapToObj(i -> table(i, prefixes)).toList();
    }

    private Table table(int contender, int[] prefixes) {
        GapCurve curve = curves.get(contender);
        int[] listed = IntStream.of(prefixes).filter(d -> d <= curve.gap().length).toArray();
        return Table.titled(asking.title(contender))
                .numbers("d", cells(listed, Numbers::whole))
                .numbers("related", cells(listed, d -> Numbers.fixed(curve.meanRelated()[d - 1])))
                .numbers("unrelated", cells(listed, d -> Numbers.fixed(curve.meanUnrelated()[d - 1])))
                .numbers("gap", cells(listed, d -> Numbers.fixed(curve.gap()[d - 1])))
                .numbers("95 % from", cells(listed, d -> Numbers.fixed(curve.gapLow()[d - 1])))
                .numbers("to", cells(listed, d -> Numbers.fixed(curve.gapHigh()[d - 1])))
                .build();
    }

    private static List<String> cells(int[] prefixes, IntFunction<String> cell) {
        return IntStream.of(prefixes).mapToObj(cell).toList();
    }

    @Override
    public Record fields(int contender, int[] prefixes) {
        GapCurve curve = curves.get(contender);
        return new Fields(new Gap(curve.related().length, curve.unrelated().length,
                IntStream.of(prefixes)
                        .filter(d -> d <= curve.gap().length)
                        .mapToObj(d -> new At(d, curve.meanRelated()[d - 1], curve.meanUnrelated()[d - 1],
                                curve.gap()[d - 1], curve.gapLow()[d - 1], curve.gapHigh()[d - 1]))
                        .toList()));
    }

    /**
     * The answer in JSON.
     *
     * @param gap the gap
     */
    record Fields(Gap gap) {}

    /**
     * The gap.
     *
     * @param related how many related documents
     * @param unrelated how many unrelated documents
     * @param prefixes by ascending prefix
     */
    record Gap(int related, int unrelated, List<At> prefixes) {}

    /**
     * The gap at one prefix.
     *
     * @param d the prefix length
     * @param related mean cosine of the related documents
     * @param unrelated mean cosine of the unrelated documents
     * @param gap their difference
     * @param gapLow lower end of its 95 % interval
     * @param gapHigh upper end
     */
    record At(int d, double related, double unrelated, double gap, double gapLow, double gapHigh) {}
}
