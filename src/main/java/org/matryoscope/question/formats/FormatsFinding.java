package org.matryoscope.question.formats;

import java.util.StringJoiner;

import org.matryoscope.base.Numbers;
import org.matryoscope.question.Finding;
import org.matryoscope.question.formats.FormatCurves.FormatCurve;
import org.matryoscope.retrieval.StoredVectors;

/** Says which storage keeps most of the full ranking in the fewest bytes, and what each format keeps at full size. */
final class FormatsFinding {
    /** The share of the first texts that storage has to keep to be recommended. */
    static final double KEPT = 0.9;

    private FormatsFinding() {
    }

    static Finding of(FormatsAnswer answer) {
        Finding.Builder finding = Finding.say()
                .words("Fewest bytes that keep " + Numbers.percent(KEPT) + " of the first "
                        + answer.curves().getFirst().k() + ": ");
        for (int i = 0; i < Math.min(2, answer.curves().size()); i++) {
            StoredVectors smallest = answer.curves().get(i).smallest(KEPT);
            finding.words(i == 0 ? "" : "; ")
                    .contender(answer.asking(), i)
                    .words(" ")
                    .value(smallest.format().label())
                    .words(" at d = ")
                    .value(Integer.toString(smallest.d()))
                    .words(", " + Numbers.bytes(smallest.bytesPerVector()));
        }
        finding.words(".");
        answer.asking().indices().forEach(i -> {
            String text = cost(answer.curves().get(i));
            finding.detail(answer.asking().led(i, text));
        });
        return finding.build();
    }

    private static String cost(FormatCurves curves) {
        StoredVectors smallest = curves.smallest(KEPT);
        FormatCurve given = curves.formats().getFirst();
        int dimension = curves.dimension();
        long whole = given.format().bytesPerVector(dimension);
        String top = curves.k() == 1 ? "the first text" : "the first " + curves.k();
        String found = smallest.bytesPerVector() == whole
                ? "no smaller storage keeps %s of %s".formatted(Numbers.percent(KEPT), top)
                : "the smallest storage that keeps %s of %s, there and at every larger d, is %s at d = %d: %s a text instead of %s"
                        .formatted(Numbers.percent(KEPT), top, smallest.format().label(), smallest.d(),
                                Numbers.bytes(smallest.bytesPerVector()), Numbers.bytes(whole));
        StringJoiner kept = new StringJoiner(", ");
        curves.formats()
                .stream()
                .skip(1)
                .forEach(curve -> kept.add(curve.format().label() + (kept.length() == 0 ? " keeps " : " ")
                        + Numbers.percent(curve.full()[dimension - 1])));
        return found + (kept.length() == 0 ? "." : "; at full size " + kept + ".");
    }
}
