package org.matryoscope.question.stability;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.matryoscope.base.Numbers;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Finding;
import org.matryoscope.question.PairedDifference;
import org.matryoscope.question.Prefixes;
import org.matryoscope.vector.ExcludedRow;

/** Says from where on a ranking agrees with the full one, and where it least does. */
final class StabilityFinding {
    private StabilityFinding() {
    }

    static Finding of(StabilityAnswer answer, double threshold) {
        Finding.Builder finding = Finding.say();
        List<StabilityCurve> curves = answer.curves();
        sentence(finding, answer, threshold);
        for (int i = 0; i < curves.size(); i++) {
            finding.detail(answer.asking().led(i, stable(curves.get(i), threshold)));
        }
        IntStream.range(1, curves.size()).forEach(i -> finding.detail(against(answer, i)));
        boolean below = curves.stream()
                .flatMapToDouble(curve -> DoubleStream.concat(DoubleStream.of(curve.mean(Measure.KENDALL)),
                        DoubleStream.of(curve.mean(Measure.SPEARMAN))))
                .anyMatch(value -> value < 0);
        return finding.detail(below ? "τ or ρ is below 0 at some prefixes, off the chart." : "")
                .detail("Agreement with full is not quality: a ranking can change and get better.")
                .build();
    }

    /** Names the first contender and the one that needs the fewest dimensions, or where there are two, the other. */
    private static void sentence(Finding.Builder finding, StabilityAnswer answer, double threshold) {
        Asking asking = answer.asking();
        StabilityCurve first = answer.curves().getFirst();
        finding.contender(asking, 0);
        int stable = first.smallestStablePrefix(threshold);
        String kept = " of its first " + first.k();
        if (stable == first.dimension()) {
            finding.words(" keeps ").value(Numbers.percent(threshold)).words(kept + " only at full size");
        } else {
            finding.words(" keeps ")
                    .value(Numbers.percent(threshold))
                    .words(kept + " from ")
                    .value(Integer.toString(stable))
                    .words(" of " + first.dimension() + " dimensions on");
        }
        if (asking.several()) {
            int other = IntStream.range(1, answer.curves().size())
                    .boxed()
                    .min(Comparator.comparingInt(i -> answer.curves().get(i).smallestStablePrefix(threshold)))
                    .orElseThrow();
            int its = answer.curves().get(other).smallestStablePrefix(threshold);
            finding.words(answer.curves().size() > 2 ? "; of the others " : "; ").contender(asking, other);
            finding.words(its == stable ? " also from " : " from ").value(Integer.toString(its));
        }
        finding.words(".");
    }

    private static String stable(StabilityCurve curve, double threshold) {
        int dimension = curve.dimension();
        int stable = curve.smallestStablePrefix(threshold);
        String top = curve.k() == 1 ? "the first text" : "the first " + curve.k();
        String from = stable == dimension
                ? String.format("no prefix below the full %d keeps at least %s of %s for good", dimension,
                        Numbers.percent(threshold), top)
                : String.format("from d = %d of %d on, the ranking always holds at least %s of %s at full size", stable,
                        dimension, Numbers.percent(threshold), top);
        String measured = curve.prefixes().length == dimension
                ? ""
                : " (at the " + curve.prefixes().length + " prefixes measured)";
        int at = Prefixes.indexFrom(curve.prefixes(), Math.max(1, dimension / 4));
        return String.format(
                "%s%s; with a quarter of the dimensions (%d), overlap@%d is %s%s and Kendall's τ over %s %s.", from,
                measured, curve.prefixes()[at], curve.k(), Numbers.fixed(curve.mean(Measure.OVERLAP)[at]),
                interval(curve, at), texts(curve), Numbers.fixed(curve.mean(Measure.KENDALL)[at]));
    }

    /** Sets a contender against the first at a quarter of its dimensions, where several queries tell them apart. */
    private static String against(StabilityAnswer answer, int contender) {
        StabilityCurve first = answer.curves().getFirst();
        StabilityCurve other = answer.curves().get(contender);
        int d = first.prefixes()[Prefixes.indexFrom(first.prefixes(), Math.max(1, first.dimension() / 4))];
        if (first.queries() == 1 || !sameQueries(answer.asking(), contender) || !other.has(d)) {
            return "";
        }
        return PairedDifference.words(answer.asking(), contender, "overlap@" + first.k(), d,
                other.overlapAbove(first, d), first.queries());
    }

    /** Documents are drawn as queries among those that have a vector, which may be others in another contender. */
    private static boolean sameQueries(Asking asking, int contender) {
        return rowsLeftOut(asking, 0).equals(rowsLeftOut(asking, contender));
    }

    private static List<Integer> rowsLeftOut(Asking asking, int contender) {
        return asking.contenders()
                .get(contender)
                .subject()
                .texts()
                .store()
                .excluded()
                .stream()
                .map(ExcludedRow::row)
                .toList();
    }

    private static String interval(StabilityCurve curve, int at) {
        return curve.queries() == 1
                ? ""
                : String.format(" (95 %% interval %s to %s)", Numbers.fixed(curve.of(Measure.OVERLAP).low()[at]),
                        Numbers.fixed(curve.of(Measure.OVERLAP).high()[at]));
    }

    private static String texts(StabilityCurve curve) {
        return curve.correlated() == curve.documents()
                ? "all texts"
                : Numbers.whole(curve.correlated()) + " of " + Numbers.whole(curve.documents()) + " texts";
    }
}
