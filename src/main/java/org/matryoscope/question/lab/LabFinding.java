package org.matryoscope.question.lab;

import java.util.List;
import java.util.stream.Collectors;

import org.matryoscope.base.Numbers;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Finding;

/** Says what a trained map gains. */
final class LabFinding {
    /** The prefix that the sentence speaks of: short enough to tell maps apart. */
    private static final int SPOKEN = 16;

    private LabFinding() {
    }

    static Finding of(LabAnswer answer) {
        return answer.finished() ? finished(answer) : soFar(answer);
    }

    private static Finding soFar(LabAnswer answer) {
        Compared first = answer.compared().getFirst();
        int at = first.at(SPOKEN);
        return Finding.say()
                .words("Step ")
                .value(Integer.toString(answer.state().steps()))
                .words(" of " + answer.steps() + ": ")
                .contender(answer.measured(), LabAnswer.TRAINED)
                .words(" reaches " + first.name() + " ")
                .value(Numbers.fixed(first.values().get(LabAnswer.TRAINED).mean()[at]))
                .words(" at d = " + first.prefixes()[at] + "; ")
                .contender(answer.measured(), LabAnswer.AS_IS)
                .words(" ")
                .value(Numbers.fixed(first.values().get(LabAnswer.AS_IS).mean()[at]))
                .words(".")
                .detail("What tells texts apart moves into the first dimensions, so that a short prefix is enough.")
                .build();
    }

    private static Finding finished(LabAnswer answer) {
        Compared first = answer.compared().getFirst();
        Asking measured = answer.measured();
        int at = first.at(SPOKEN);
        boolean above = first.abovePca().low()[at] > 0;
        Finding.Builder finding = Finding.say()
                .contender(measured, LabAnswer.TRAINED)
                .words(above ? ": " : " does not beat the PCA: ")
                .words(first.name() + " ")
                .value(Numbers.fixed(first.values().get(LabAnswer.TRAINED).mean()[at]))
                .words(" at d = " + first.prefixes()[at] + ", PCA ")
                .value(Numbers.fixed(first.values().get(LabAnswer.PCA).mean()[at]))
                .words(", as it is ")
                .value(Numbers.fixed(first.values().get(LabAnswer.AS_IS).mean()[at]))
                .words("; all ")
                .value(Integer.toString(first.prefixes()[first.prefixes().length - 1]))
                .words(": ")
                .value(Numbers.fixed(first.full(LabAnswer.AS_IS)))
                .words(".");
        answer.compared().forEach(each -> finding.detail(fullSize(each)).detail(againstPca(each)));
        return finding.detail(stopped(answer)).build();
    }

    private static String fullSize(Compared of) {
        return "At full size %s is %s before the training and %s after it.".formatted(of.name(),
                Numbers.fixed(of.full(LabAnswer.AS_IS)), Numbers.fixed(of.full(LabAnswer.TRAINED)));
    }

    private static String againstPca(Compared of) {
        List<Integer> not = of.notAbovePca();
        return not.isEmpty()
                ? "By %s it is above the PCA at every prefix listed (95 %% intervals, paired over %s texts)."
                        .formatted(of.name(), Numbers.whole(of.texts()))
                : "By %s it is not above the PCA at d = %s (95 %% intervals, paired over %s texts, hold 0 or lie below)."
                        .formatted(of.name(), not.stream().map(Object::toString).collect(Collectors.joining(", ")),
                                Numbers.whole(of.texts()));
    }

    private static String stopped(LabAnswer answer) {
        LabState state = answer.state();
        boolean heldOut = !state.history().isEmpty() && !Double.isNaN(state.history().getLast().heldOut());
        return heldOut
                ? "The map of step %d was kept, whose loss on what was held out is the lowest of %d steps%s."
                        .formatted(state.best(), state.steps(), state.early() ? ", which ended the training early" : "")
                : "Too little could be held out to stop by: the map of the last of %d steps was kept."
                        .formatted(state.steps());
    }
}
