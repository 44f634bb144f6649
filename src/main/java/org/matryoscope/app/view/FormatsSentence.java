package org.matryoscope.app.view;

import java.util.StringJoiner;

import org.matryoscope.base.Numbers;
import org.matryoscope.study.FormatCurves;
import org.matryoscope.study.FormatCurves.FormatCurve;
import org.matryoscope.study.FormatCurves.Storage;

/** Says which storage keeps most of the full ranking in the fewest bytes, and what each format keeps at full size. */
final class FormatsSentence {
    /** The share of the first texts that storage has to keep to be recommended. */
    static final double KEPT = 0.9;

    private FormatsSentence() {
    }

    static String of(FormatsAnswer answer) {
        StringBuilder text = new StringBuilder();
        answer.curves()
                .forEach((side, curves) -> text.append(answer.curves().both() ? "Model " + side + ": " : "")
                        .append(cost(curves))
                        .append(' '));
        text.append(measured(answer.curves().a()));
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String measured(FormatCurves curves) {
        int texts = curves.queries() - 1;
        if (texts == 0) {
            return "Measured on the query asked.";
        }
        return "Mean of %s queries: the one asked and %s.".formatted(Numbers.whole(curves.queries()),
                texts == curves.documents()
                        ? "every text"
                        : Numbers.whole(texts) + " of " + Numbers.whole(curves.documents()) + " texts, drawn evenly");
    }

    private static String cost(FormatCurves curves) {
        Storage smallest = curves.smallest(KEPT);
        FormatCurve given = curves.formats().getFirst();
        int dimension = curves.dimension();
        long whole = given.format().bytesPerVector(dimension);
        String top = curves.k() == 1 ? "the first text" : "the first " + curves.k();
        String found = smallest.bytes() == whole
                ? "no smaller storage keeps %s of %s".formatted(Numbers.percent(KEPT), top)
                : "the smallest storage that keeps %s of %s, there and at every larger d, is %s at d = %d: %s a text instead of %s"
                        .formatted(Numbers.percent(KEPT), top, smallest.curve().format().label(), smallest.d(),
                                Numbers.bytes(smallest.bytes()), Numbers.bytes(whole));
        StringJoiner kept = new StringJoiner(", ");
        curves.formats()
                .stream()
                .skip(1)
                .forEach(curve -> kept.add(curve.format().label() + (kept.length() == 0 ? " keeps " : " ")
                        + Numbers.percent(curve.full()[dimension - 1])));
        return found + (kept.length() == 0 ? "." : "; at full size " + kept + ".");
    }
}
