package org.matryoscope.app.view;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.matryoscope.base.Numbers;
import org.matryoscope.study.GapCurve;

/** Says whether related texts stay nearer than unrelated ones at every prefix. */
final class GapSentence {
    private GapSentence() {
    }

    static String of(GapAnswer answer) {
        StringBuilder text = new StringBuilder();
        answer.curves()
                .forEach((side, curve) -> text.append(answer.curves().both() ? "Model " + side + ": " : "")
                        .append(gap(curve))
                        .append(' '));
        if (!answer.question().explicit()) {
            int standIn = answer.curves().a().unrelated().length;
            int unjudged = answer.question().unjudged();
            text.append("No text is judged unrelated to this query, so ")
                    .append(standIn == unjudged
                            ? "all " + Numbers.whole(unjudged) + " that are not judged stand in."
                            : Numbers.whole(standIn) + " of the " + Numbers.whole(unjudged)
                                    + " that are not judged stand in, drawn evenly.");
        }
        String sentence = text.toString().strip();
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static String gap(GapCurve curve) {
        double[] gap = curve.gap();
        int dimension = gap.length;
        long failing = IntStream.range(0, dimension).filter(i -> !(gap[i] > 0)).count();
        String positive;
        if (failing == 0) {
            int least = IntStream.range(0, dimension).reduce((a, b) -> gap[b] < gap[a] ? b : a).orElseThrow();
            positive = String.format("the gap is positive at every d; it is smallest at d = %d with %s", least + 1,
                    Numbers.fixed(gap[least]));
        } else {
            int last = IntStream.range(0, dimension).filter(i -> !(gap[i] > 0)).max().orElseThrow();
            String lowest = Numbers.fixed(Arrays.stream(gap).min().orElseThrow());
            positive = failing == 1
                    ? String.format("the gap is positive at every d except d = %d, where it is %s", last + 1, lowest)
                    : String.format(
                            "the gap is not positive at every d: it fails at %d of %d prefixes, the last of them"
                                    + " d = %d, and falls to %s",
                            failing, dimension, last + 1, lowest);
        }
        int unclear = IntStream.range(0, dimension)
                .filter(i -> !(curve.gapLow()[i] > 0))
                .map(i -> i + 1)
                .max()
                .orElse(0);
        String clear = unclear == 0
                ? "its interval lies above 0 throughout"
                : unclear == dimension
                        ? "even at full size its 95 % interval reaches 0"
                        : "its 95 % interval lies above 0 from d = " + (unclear + 1) + " on";
        return String.format("%s; %s; at full size it is %s.", positive, clear, Numbers.fixed(gap[dimension - 1]));
    }
}
