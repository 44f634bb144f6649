package org.matryoscope.question.levels;

import java.util.List;

import org.matryoscope.base.Numbers;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Finding;

/** Says how many dimensions each level needs. */
final class LevelsFinding {
    /** How many contenders the sentence speaks of, so that it stays short; of their levels the coarsest and the finest. */
    private static final int NAMED_CONTENDERS = 2;

    private LevelsFinding() {
    }

    static Finding of(LevelsAnswer answer) {
        Asking asking = answer.asking();
        List<LevelCurve> first = answer.measured().getFirst().curves();
        LevelCurve coarse = first.getFirst();
        LevelCurve fine = first.getLast();
        Finding.Builder finding = Finding.say();
        asking.indices().limit(NAMED_CONTENDERS).forEach(i -> {
            List<LevelCurve> curves = answer.measured().get(i).curves();
            finding.words(i == 0 ? "" : "; ").contender(asking, i);
            if (i == 0) {
                finding.words(" resolves " + coarse.name() + " at d = ");
            } else {
                finding.words(" at ");
            }
            finding.value(Integer.toString(curves.getFirst().resolvedAt()));
            if (first.size() > 1) {
                finding.words(i == 0 ? ", " + fine.name() + " at " : " and ")
                        .value(Integer.toString(curves.getLast().resolvedAt()));
            }
        });
        finding.words(".");
        asking.indices().forEach(i -> finding.detail(asking.led(i, detail(answer.measured().get(i).curves()))));
        return finding.detail("A level is resolved where " + Numbers.percent(LevelCurve.RESOLVED)
                + " of its accuracy at full size is reached.").build();
    }

    private static String detail(List<LevelCurve> curves) {
        return curves.stream()
                .map(curve -> curve.name() + " (" + Numbers.whole(curve.labels()) + " labels) is told right for "
                        + Numbers.percent(curve.accuracy().mean()[curve.prefixes().length - 1])
                        + " of the texts at full size, resolved at d = " + curve.resolvedAt())
                .collect(java.util.stream.Collectors.joining("; ")) + ".";
    }
}
