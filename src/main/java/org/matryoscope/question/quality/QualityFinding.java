package org.matryoscope.question.quality;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.IntStream;

import org.matryoscope.base.Numbers;
import org.matryoscope.metric.MeanCurve;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Finding;
import org.matryoscope.question.PairedDifference;

/** Says from which prefix on a share of the quality is kept. */
final class QualityFinding {
    private static final long SEED = 1;

    private QualityFinding() {
    }

    static Finding of(QualityAnswer answer, QualityMeasure measure, double kept) {
        Asking asking = answer.asking();
        QualityCurve first = answer.curves().getFirst();
        Finding.Builder finding = Finding.say()
                .contender(asking, 0)
                .words(" keeps ")
                .value(Numbers.percent(kept))
                .words(" of its " + answer.name(measure) + " from ")
                .value(Integer.toString(first.smallestPrefix(measure, kept)))
                .words(" of " + first.dimension() + " dimensions on");
        if (asking.several()) {
            int other = IntStream.range(1, answer.curves().size())
                    .boxed()
                    .min(Comparator.comparingInt(i -> answer.curves().get(i).smallestPrefix(measure, kept)))
                    .orElseThrow();
            finding.words(answer.curves().size() > 2 ? "; of the others " : "; ")
                    .contender(asking, other)
                    .words(" from ")
                    .value(Integer.toString(answer.curves().get(other).smallestPrefix(measure, kept)));
        }
        finding.words(".");
        asking.indices().forEach(i -> finding.detail(asking.led(i, detail(answer, i, measure))));
        IntStream.range(1, answer.curves().size()).forEach(i -> finding.detail(against(answer, i, measure)));
        return finding.build();
    }

    private static String detail(QualityAnswer answer, int contender, QualityMeasure measure) {
        QualityCurve curve = answer.curves().get(contender);
        MeanCurve values = curve.of(measure);
        int last = curve.prefixes().length - 1;
        return String.format(
                "%s at full size is %s (95 %% interval %s to %s, %s %s); it does not fall at %s of the steps between the prefixes measured, and at most by %s.",
                answer.name(measure), Numbers.fixed(values.mean()[last]), Numbers.fixed(values.low()[last]),
                Numbers.fixed(values.high()[last]), Numbers.whole(curve.queries()), measure.over(),
                Numbers.percent(curve.monotone(measure)), Numbers.fixed(curve.largestFall(measure)));
    }

    /** Sets a contender against the first at a quarter of its dimensions, query by query. */
    private static String against(QualityAnswer answer, int contender, QualityMeasure measure) {
        QualityCurve first = answer.curves().getFirst();
        QualityCurve other = answer.curves().get(contender);
        int at = IntStream.range(0, first.prefixes().length)
                .filter(i -> first.prefixes()[i] >= first.dimension() / 4)
                .findFirst()
                .orElseThrow();
        int d = first.prefixes()[at];
        if (other.at(d) < 0 || first.queries() == 1 || first.perQuery().isEmpty()) {
            return "";
        }
        MeanCurve above = MeanCurve.difference(column(other, measure, other.at(d)), column(first, measure, at), SEED);
        return PairedDifference.words(answer.asking(), contender, answer.name(measure), d, above, first.queries());
    }

    private static double[][] column(QualityCurve curve, QualityMeasure measure, int at) {
        double[][] all = Objects.requireNonNull(curve.perQuery().get(measure));
        double[][] column = new double[all.length][];
        Arrays.setAll(column, query -> new double[]{all[query][at]});
        return column;
    }
}
