package org.matryoscope.question.rotation;

import java.util.List;

import org.matryoscope.base.Numbers;
import org.matryoscope.metric.MeanCurve;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Contender;
import org.matryoscope.question.Finding;
import org.matryoscope.question.PairedDifference;

/** Says whether prefixes are better through a PCA of the texts, and how many texts it takes. */
final class RotationFinding {
    /** How many models the sentence speaks of, so that it stays short. */
    private static final int NAMED = 2;

    private static final String NO_CENTRING = "Rotations turn about the origin: centring would change full-size cosines.";

    private RotationFinding() {
    }

    static Finding of(RotationAnswer answer, int d) {
        Finding.Builder finding = Finding.say();
        List<LearningCurve> learned = answer.learned();
        if (learned.size() == 1) {
            sayOne(finding, answer, learned.getFirst(), d);
        } else {
            saySeveral(finding, answer, learned.subList(0, NAMED), d);
        }
        learned.forEach(each -> finding.detail(difference(answer, each, d)));
        learned.forEach(each -> finding.detail(enough(answer, each, d)));
        return finding.detail(answer.fittedOnMeasured() ? "The texts measured are those that PCA was fitted on." : "")
                .detail(NO_CENTRING)
                .build();
    }

    private static void sayOne(Finding.Builder finding, RotationAnswer answer, LearningCurve learned, int d) {
        String through = Numbers.fixed(answer.curves().get(learned.pca()).mean(d));
        String own = Numbers.fixed(answer.curves().get(learned.own()).mean(d));
        finding.contender(answer.asking(), learned.own());
        if (answer.isBetter(learned, d)) {
            finding.words(" through its own PCA reaches ")
                    .value(through)
                    .words(" " + answer.measure().name() + " at d = " + answer.placed(learned, d) + " against ")
                    .value(own)
                    .words(" as it is; ")
                    .value(Numbers.whole(learned.enough(d)))
                    .words(" texts are enough to fit it.");
        } else {
            finding.words(" " + without(answer, learned, d) + " through its own PCA at d = " + answer.placed(learned, d)
                    + ": ")
                    .value(through)
                    .words(" " + answer.measure().name() + " against ")
                    .value(own)
                    .words(" as it is.");
        }
    }

    private static void saySeveral(Finding.Builder finding, RotationAnswer answer, List<LearningCurve> learned, int d) {
        finding.words("At d = " + answer.placed(learned.getFirst(), d) + " ");
        for (LearningCurve each : learned) {
            boolean first = each.own() == learned.getFirst().own();
            boolean better = answer.isBetter(each, d);
            finding.words(first ? "" : "; ")
                    .contender(answer.asking(), each.own())
                    .words(better
                            ? " reaches "
                            : " " + without(answer, each, d) + (first ? " through its own PCA: " : ": "))
                    .value(Numbers.fixed(answer.curves().get(each.pca()).mean(d)))
                    .words(first ? " " + answer.measure().name() : "")
                    .words(better && first ? " through its own PCA" : "")
                    .words(" against ")
                    .value(Numbers.fixed(answer.curves().get(each.own()).mean(d)));
        }
        finding.words(".");
    }

    /** Says what happens to vectors that a PCA does not make better for sure: the interval of the difference tells. */
    private static String without(RotationAnswer answer, LearningCurve learned, int d) {
        return answer.above(learned, d).high()[0] < 0 ? "loses" : "gains nothing for sure";
    }

    /** Sets the PCA against the vectors as they are, query by query. */
    private static String difference(RotationAnswer answer, LearningCurve learned, int d) {
        Contender own = answer.measured().contenders().get(learned.own());
        Contender pca = answer.measured().contenders().get(learned.pca());
        Asking pair = new Asking(List.of(own, pca), List.of(), true, answer.asking().choices());
        MeanCurve above = answer.above(learned, d);
        return PairedDifference.words(pair, 1, answer.measure().name(), answer.placed(learned, d), above,
                answer.curves().get(learned.own()).perQuery().length);
    }

    /** Says how many texts are enough for one PCA. */
    static String enough(RotationAnswer answer, LearningCurve learned, int d) {
        MeanCurve curve = learned.at(d);
        int last = learned.texts().length - 1;
        return "%s PCA: %s of %s texts reach %s of the %s of all at d = %d; fitted on %s it is %s, on %s %s.".formatted(
                answer.measured().contenders().get(learned.own()).name(), Numbers.whole(learned.enough(d)),
                Numbers.whole(learned.texts()[last]), Numbers.percent(LearningCurve.ENOUGH), answer.measure().name(),
                answer.placed(learned, d), Numbers.whole(learned.texts()[0]), Numbers.fixed(curve.mean()[0]),
                Numbers.whole(learned.texts()[last]), Numbers.fixed(curve.mean()[last]));
    }
}
