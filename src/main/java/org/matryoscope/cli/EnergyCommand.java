package org.matryoscope.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import org.matryoscope.base.Progress;
import org.matryoscope.export.EnergyResult;
import org.matryoscope.study.EnergyProfile;
import org.matryoscope.study.Studies;

/** Tells where in the vectors the energy sits. JSON gives every dimension; the table sums up prefixes. */
@Command(name = "energy", mixinStandardHelpOptions = true, description = "Tells how the energy of the document vectors is spread over the dimensions. The table gives the share kept by "
        + "each prefix; --json gives every dimension.")
final class EnergyCommand extends StudyCommand {
    @Mixin
    private final DimsOption dims = new DimsOption();

    @Override
    Answer answer(Subject subject) {
        int[] prefixes = dims.prefixes(subject.origin(), this);
        EnergyProfile profile = Studies.energy(subject.embedded(), Progress.NONE);
        TextTable table = new TextTable(header(profile));
        for (int d : prefixes) {
            table.row(row(profile, d));
        }
        String text = table + System.lineSeparator()
                + String.format(Locale.ROOT, "participation ratio %.1f, effective rank %.1f of %d%s",
                        profile.participationRatio(), profile.effectiveRank(), subject.origin().dimension(),
                        profile.sampled() == profile.documents()
                                ? ""
                                : String.format(Locale.ROOT, ", from %,d of %,d documents", profile.sampled(),
                                        profile.documents()));
        return new Answer(EnergyResult.of(subject.embedded(), profile), text);
    }

    private static String[] header(EnergyProfile profile) {
        List<String> header = new ArrayList<>(List.of("d", "energy", "offset", "variance"));
        profile.levels().forEach(level -> header.add(level.name()));
        return header.toArray(String[]::new);
    }

    private static String[] row(EnergyProfile profile, int d) {
        List<String> row = new ArrayList<>(List.of(Integer.toString(d), share(profile.perDimension(), d),
                share(profile.meanSquared(), d), share(profile.variance(), d)));
        profile.levels().forEach(level -> row.add(share(level.perDimension(), d)));
        return row.toArray(String[]::new);
    }

    private static String share(double[] perDimension, int d) {
        return String.format(Locale.ROOT, "%.4f", Arrays.stream(perDimension, 0, d).sum());
    }
}
