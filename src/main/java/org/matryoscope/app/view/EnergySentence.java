package org.matryoscope.app.view;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.matryoscope.base.Numbers;
import org.matryoscope.study.EnergyProfile;

/** Says what is seen in profiles of energy. Energy is where numbers are large, not where information is. */
final class EnergySentence {
    private static final double EVEN_WITHIN = 1.25;

    private EnergySentence() {
    }

    static String perDimension(EnergyAnswer answer) {
        return bySide(answer, profile -> {
            double[] energy = profile.perDimension();
            int largest = IntStream.range(0, energy.length)
                    .boxed()
                    .max(Comparator.comparingDouble(i -> energy[i]))
                    .orElseThrow();
            double offset = Arrays.stream(profile.meanSquared()).sum();
            boolean shared = profile.meanSquared()[largest] > profile.variance()[largest];
            return String.format(
                    "%s of the energy is an offset that all texts share, the rest varies between texts;"
                            + " dimension %d is the largest with %s of the energy, mostly %s. %s",
                    Numbers.percent(offset), largest + 1, Numbers.percent(energy[largest]),
                    shared ? "offset" : "variance", ranks(profile));
        }) + " Energy is not information: Stability shows what a prefix keeps.";
    }

    static String cumulative(EnergyAnswer answer) {
        return bySide(answer, profile -> {
            int dimension = profile.perDimension().length;
            int eighth = Math.max(1, dimension / 8);
            double share = profile.cumulative()[eighth - 1];
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
        }) + " Flat energy does not mean that a model cannot be cut, nor does front-loaded energy mean that it can.";
    }

    private static String ranks(EnergyProfile profile) {
        String from = profile.sampled() == profile.documents()
                ? ""
                : " (from " + Numbers.whole(profile.sampled()) + " of " + Numbers.whole(profile.documents())
                        + " texts)";
        return String.format("Participation ratio %.1f, effective rank %.1f of %d%s.", profile.participationRatio(),
                profile.effectiveRank(), profile.perDimension().length, from);
    }

    private static String bySide(EnergyAnswer answer, java.util.function.Function<EnergyProfile, String> words) {
        StringBuilder text = new StringBuilder();
        answer.profiles()
                .forEach((side, profile) -> text.append(text.isEmpty() ? "" : " ")
                        .append(answer.profiles().both() ? "Model " + side + ": " : "")
                        .append(words.apply(profile)));
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
