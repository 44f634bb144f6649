package org.matryoscope.app.view;

import java.util.Arrays;
import java.util.stream.DoubleStream;

import org.matryoscope.base.Numbers;
import org.matryoscope.study.StabilityCurve;

/** Says from where on a ranking agrees with the full one, and where it least does. */
final class StabilitySentence {
    private StabilitySentence() {
    }

    static String of(StabilityAnswer answer, double threshold) {
        StringBuilder text = new StringBuilder();
        answer.curves()
                .forEach((side, curve) -> text.append(answer.curves().both() ? "Model " + side + ": " : "")
                        .append(stable(curve, threshold))
                        .append(' '));
        boolean below = answer.curves()
                .answers()
                .values()
                .stream()
                .flatMapToDouble(curve -> DoubleStream.concat(Arrays.stream(curve.kendallTauB()),
                        Arrays.stream(curve.spearman())))
                .anyMatch(value -> value < 0);
        String sentence = text + (below ? "τ or ρ is below 0 at some prefixes, off the chart. " : "")
                + "Agreement with full is not quality: a ranking can change and get better.";
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static String stable(StabilityCurve curve, double threshold) {
        int dimension = StabilityAnswer.dimension(curve);
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
        int at = nearest(curve, Math.max(1, dimension / 4));
        return String.format(
                "%s%s; with a quarter of the dimensions (%d), overlap@%d is %s and Kendall's τ over %s %s.", from,
                measured, curve.prefixes()[at], curve.k(), Numbers.fixed(curve.overlap()[at]), texts(curve),
                Numbers.fixed(curve.kendallTauB()[at]));
    }

    private static String texts(StabilityCurve curve) {
        return curve.correlated() == curve.documents()
                ? "all texts"
                : Numbers.whole(curve.correlated()) + " of " + Numbers.whole(curve.documents()) + " texts";
    }

    private static int nearest(StabilityCurve curve, int d) {
        int at = 0;
        while (at < curve.prefixes().length - 1 && curve.prefixes()[at] < d) {
            at++;
        }
        return at;
    }
}
