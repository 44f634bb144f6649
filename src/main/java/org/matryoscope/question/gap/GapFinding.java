package org.matryoscope.question.gap;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.matryoscope.base.Numbers;
import org.matryoscope.question.Finding;

/** Says whether related texts stay nearer than unrelated ones at every prefix. */
final class GapFinding {
    private GapFinding() {
    }

    static Finding of(GapAnswer answer) {
        Finding.Builder finding = Finding.say().words("Related texts are nearer than unrelated ones ");
        for (int i = 0; i < Math.min(2, answer.curves().size()); i++) {
            double[] gap = answer.curves().get(i).gap();
            long holds = IntStream.range(0, gap.length).filter(d -> gap[d] > 0).count();
            finding.words(i == 0 ? "at " : ", at ")
                    .value(holds == gap.length ? "every prefix" : holds + " of " + gap.length + " prefixes")
                    .words(" in ")
                    .contender(answer.asking(), i);
        }
        finding.words(".");
        answer.asking().indices().forEach(i -> {
            String text = gap(answer.curves().get(i));
            finding.detail(answer.asking().led(i, text));
        });
        return finding.detail(answer.texts().explicit() ? "" : standIns(answer)).build();
    }

    private static String standIns(GapAnswer answer) {
        int standIn = answer.curves().getFirst().unrelated().length;
        int unjudged = answer.texts().unjudged();
        return "No text is judged unrelated to this query, so " + (standIn == unjudged
                ? "all " + Numbers.whole(unjudged) + " that are not judged stand in."
                : Numbers.whole(standIn) + " of the " + Numbers.whole(unjudged)
                        + " that are not judged stand in, drawn evenly.");
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
