package org.matryoscope.app.view;

import java.util.Arrays;

import org.matryoscope.base.Numbers;
import org.matryoscope.study.EnergyProfile;

/** Says where the variance between coarse labels sits: the test of "coarse to fine" on the user's texts. */
final class LevelSentence {
    private static final double CLEAR = 1.1;

    private LevelSentence() {
    }

    static String of(EnergyAnswer answer) {
        StringBuilder text = new StringBuilder();
        answer.profiles()
                .forEach((side, profile) -> text.append(answer.profiles().both() ? "Model " + side + ": " : "")
                        .append(coarseToFine(profile))
                        .append(' '));
        String sentence = text.toString().strip();
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static String coarseToFine(EnergyProfile profile) {
        int dimension = profile.perDimension().length;
        int eighth = Math.max(1, dimension / 8);
        double front = share(profile, 0, eighth);
        double back = share(profile, eighth, dimension);
        String coarse = LevelCharts.name(profile.levels(), 0);
        String verdict = front > back * CLEAR
                ? "the coarse labels do weigh more in front"
                : front < back / CLEAR
                        ? "the coarse labels weigh less in front, the opposite of coarse to fine"
                        : "no order from coarse to fine is seen here";
        String clamped = profile.clamped() == 0
                ? ""
                : " " + Numbers.whole(profile.clamped()) + " estimated components were below 0 and are drawn as 0.";
        return String.format("in the first %d dimensions %s of the variance is %s, in the other %d it is %s; %s.%s",
                eighth, Numbers.percent(front), coarse, dimension - eighth, Numbers.percent(back), verdict, clamped);
    }

    private static double share(EnergyProfile profile, int from, int to) {
        double all = profile.levels()
                .stream()
                .mapToDouble(level -> Arrays.stream(level.perDimension(), from, to).sum())
                .sum();
        return all == 0 ? 0 : Arrays.stream(profile.levels().getFirst().perDimension(), from, to).sum() / all;
    }
}
