package org.matryoscope.question.energy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.matryoscope.base.Numbers;
import org.matryoscope.question.Finding;

/** Says what is seen in profiles of energy. Energy is where numbers are large, not where information is. */
final class EnergyFinding {
    private static final double EVEN_WITHIN = 1.25;

    private EnergyFinding() {
    }

    static Finding of(EnergyAnswer answer) {
        EnergyProfile first = answer.first();
        int dimension = first.perDimension().length;
        int eighth = Math.max(1, dimension / 8);
        Finding.Builder finding = Finding.say().words("The first " + eighth + " of " + dimension + " dimensions hold ");
        for (int i = 0; i < Math.min(2, answer.profiles().size()); i++) {
            double share = share(answer.profiles().get(i));
            finding.words(i == 0 ? "" : ", ")
                    .value(Numbers.percent(share))
                    .words(" of the energy in ")
                    .contender(answer.asking(), i);
        }
        finding.words("; an even spread " + Numbers.percent((double) eighth / dimension) + ".");
        answer.asking().indices().forEach(i -> {
            finding.detail(answer.asking().led(i, perDimension(answer.profiles().get(i))));
            finding.detail(answer.asking().led(i, cumulative(answer.profiles().get(i))));
        });
        return finding.detail(
                "Energy is not information: flat energy does not mean that a model cannot be cut, nor does front-loaded"
                        + " energy mean that it can; Stability shows what a prefix keeps.")
                .build();
    }

    /** Says why there is no chart by level, over the chart that there is. */
    static Finding withoutLevels(EnergyAnswer answer) {
        return Finding.say()
                .words("This corpus has no nested labels to split the variance of ")
                .contender(answer.asking(), 0)
                .words(" by; its cumulative energy is shown instead.")
                .detail("Give its documents labels to see their variance by level.")
                .build();
    }

    private static double share(EnergyProfile profile) {
        return profile.cumulative()[Math.max(1, profile.perDimension().length / 8) - 1];
    }

    private static String perDimension(EnergyProfile profile) {
        double[] energy = profile.perDimension();
        int largest = IntStream.range(0, energy.length)
                .boxed()
                .max(Comparator.comparingDouble(i -> energy[i]))
                .orElseThrow();
        double offset = Arrays.stream(profile.meanSquared()).sum();
        boolean shared = profile.meanSquared()[largest] > profile.variance()[largest];
        return String.format(
                "%s of the energy is an offset that all texts share, the rest varies between texts;"
                        + " dimension %d is the largest with %s of the energy, mostly %s.",
                Numbers.percent(offset), largest + 1, Numbers.percent(energy[largest]), shared ? "offset" : "variance");
    }

    private static String cumulative(EnergyProfile profile) {
        int dimension = profile.perDimension().length;
        int eighth = Math.max(1, dimension / 8);
        double share = share(profile);
        double even = (double) eighth / dimension;
        String verdict = share > even * EVEN_WITHIN
                ? "so it is front-loaded"
                : share < even / EVEN_WITHIN
                        ? "so the front holds less than its part"
                        : "so it is close to evenly spread";
        return String.format(
                "the first eighth of the dimensions (%d of %d) holds %s of the energy, an even spread would put %s there,"
                        + " %s. %s",
                eighth, dimension, Numbers.percent(share), Numbers.percent(even), verdict, ranks(profile));
    }

    private static String ranks(EnergyProfile profile) {
        String from = profile.sampled() == profile.documents()
                ? ""
                : " (from " + Numbers.whole(profile.sampled()) + " of " + Numbers.whole(profile.documents())
                        + " texts)";
        return String.format("Participation ratio %.1f, effective rank %.1f of %d%s.", profile.participationRatio(),
                profile.effectiveRank(), profile.perDimension().length, from);
    }
}
