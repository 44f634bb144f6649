package org.matryoscope.question.fingerprint;

import java.util.stream.Collectors;

import org.matryoscope.base.Numbers;
import org.matryoscope.metric.Fingerprint;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Finding;

/** Says at which prefixes vectors look trained. */
final class FingerprintFinding {
    /** How many contenders the sentence speaks of, so that it stays short. */
    private static final int NAMED = 2;

    private FingerprintFinding() {
    }

    static Finding of(FingerprintAnswer answer) {
        Asking asking = answer.asking();
        Finding.Builder finding = Finding.say();
        asking.indices().limit(NAMED).forEach(i -> {
            Fingerprint found = answer.found().get(i);
            finding.words(i == 0 ? "" : "; ").contender(asking, i);
            switch (found.kind()) {
                case STEPS -> finding.words(" looks trained at ").value(sizes(found));
                case SORTED -> finding.words(" has its dimensions ").value("sorted by variance");
                case NONE -> finding.words(" shows ").value("no trained prefix");
            }
        });
        finding.words(".");
        asking.indices().forEach(i -> finding.detail(asking.led(i, detail(answer.found().get(i)))));
        return finding.detail(
                "A step is a fall of the dimensions' variance that random orders of the same dimensions do not show."
                        + " No step found does not prove an ordinary model.")
                .build();
    }

    private static String sizes(Fingerprint found) {
        return found.cuts()
                .stream()
                .map(cut -> cut.near() > 0 ? Integer.toString(cut.near()) : "about " + cut.d())
                .collect(Collectors.joining(", "));
    }

    private static String detail(Fingerprint found) {
        String chance = found.p() == 0
                ? "none of the random orders has a larger step than the largest here"
                : Numbers.percent(found.p()) + " of the random orders have a larger step than the largest here";
        return switch (found.kind()) {
            case STEPS, NONE -> chance + "; a step counts from t = " + Numbers.fixed(found.threshold()) + " on.";
            case SORTED -> "the dimensions are sorted by their variance (ρ = " + Numbers.fixed(found.sortedness())
                    + "), as a PCA leaves them; steps cannot be told then.";
        };
    }
}
