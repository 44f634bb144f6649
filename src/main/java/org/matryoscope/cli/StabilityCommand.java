package org.matryoscope.cli;

import java.util.Locale;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.matryoscope.base.Progress;
import org.matryoscope.export.StabilityResult;
import org.matryoscope.study.StabilityCurve;
import org.matryoscope.study.Studies;

/** Tells how far the ranking at each prefix agrees with that at full dimension. */
@Command(name = "stability", mixinStandardHelpOptions = true, description = "Tells how far the ranking at each prefix length agrees with the ranking at full dimension.")
final class StabilityCommand extends StudyCommand {
    private static final double STABLE = 0.9;

    @Mixin
    private final DimsOption dims = new DimsOption();

    @Mixin
    private final QueryOption query = new QueryOption();

    @Option(names = "--k", paramLabel = "N", defaultValue = "10", description = "Depth of the overlap. Default: ${DEFAULT-VALUE}.")
    private int k = 10;

    @Override
    Answer answer(Subject subject) {
        if (k < 1) {
            throw misused("--k: choose 1 or more");
        }
        QueryOption.Choice choice = question(query);
        int[] prefixes = dims.prefixes(subject.origin(), this);
        float[] vector = subject.query(choice);
        StabilityCurve curve = Studies.stability(subject.embedded().store(), vector, k, prefixes, Progress.NONE);
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
