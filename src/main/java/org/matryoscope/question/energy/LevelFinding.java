package org.matryoscope.question.energy;

import java.util.Arrays;

import org.matryoscope.base.Numbers;
import org.matryoscope.question.Finding;

/** Says where the variance between coarse labels sits: the test of "coarse to fine" on the user's texts. */
final class LevelFinding {
    private static final double CLEAR = 1.1;

    private LevelFinding() {
    }

    static Finding of(EnergyAnswer answer) {
        EnergyProfile first = answer.first();
        int dimension = first.perDimension().length;
        int eighth = Math.max(1, dimension / 8);
        Finding.Builder finding = Finding.say()
                .words("Variance " + LevelCharts.name(first.levels(), 0) + ", first " + eighth
                        + " dimensions against the rest: ");
        for (int i = 0; i < Math.min(2, answer.profiles().size()); i++) {
            EnergyProfile profile = answer.profiles().get(i);
            int its = Math.max(1, profile.perDimension().length / 8);
            finding.words(i == 0 ? "" : "; ")
                    .contender(answer.asking(), i)
                    .words(" ")
                    .value(Numbers.percent(share(profile, 0, its)))
                    .words(" against ")
                    .value(Numbers.percent(share(profile, its, profile.perDimension().length)));
        }
        finding.words(".");
        answer.asking()
                .indices()
                .forEach(i -> finding.detail(answer.asking().led(i, coarseToFine(answer.profiles().get(i)))));
        return finding.build();
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
