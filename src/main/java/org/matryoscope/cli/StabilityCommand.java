package org.matryoscope.cli;

import java.util.Locale;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import org.matryoscope.base.Progress;
import org.matryoscope.export.StabilityResult;
import org.matryoscope.study.StabilityCurve;
import org.matryoscope.study.Studies;

/** Tells how far the ranking at each prefix agrees with that at full dimension. */
@Command(name = "stability", mixinStandardHelpOptions = true, description = "Tells how far the ranking at each prefix length agrees with the ranking at full dimension.")
final class StabilityCommand extends QueryCommand {
    private static final double STABLE = 0.9;

    @Mixin
    private final DepthOption depth = new DepthOption();

    @Override
    Answer answer(Subject subject, float[] query, int[] prefixes) {
        int k = depth.get();
        StabilityCurve curve = Studies.stability(subject.embedded().store(), query, k, prefixes, Progress.NONE);
        TextTable table = new TextTable("d", "overlap@" + k, "RBO", "Kendall tau-b", "Spearman");
        for (int i = 0; i < curve.prefixes().length; i++) {
            table.row(Integer.toString(curve.prefixes()[i]), number(curve.overlap()[i]), number(curve.rbo()[i]),
                    number(curve.kendallTauB()[i]), number(curve.spearman()[i]));
        }
        String text = table + System.lineSeparator() + "overlap@" + k + " stays at or above " + STABLE + " from d = "
                + curve.smallestStablePrefix(STABLE) + " on, among these prefixes"
                + (curve.correlated() == curve.documents()
                        ? ""
                        : String.format(Locale.ROOT, "%ntau and rho are over %,d of %,d documents", curve.correlated(),
                                curve.documents()));
        return new Answer(StabilityResult.of(subject.embedded(), curve), text);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
    }
}
