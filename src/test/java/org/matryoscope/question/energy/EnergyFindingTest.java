package org.matryoscope.question.energy;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.matryoscope.question.TestSubjects;
import org.matryoscope.question.energy.EnergyProfile.LevelVariance;

import static org.assertj.core.api.Assertions.assertThat;

/** What the finding says of made-up energy, also where it disagrees with the usual claim. */
class EnergyFindingTest {
    @Test
    void energyIsCalledByItsSpreadAndNeverInformation() {
        double[] flat = new double[16];
        Arrays.fill(flat, 1 / 16.0);
        double[] front = new double[16];
        front[0] = 0.7;
        Arrays.fill(front, 1, 16, 0.02);

        assertThat(EnergyFinding.of(energy(flat)).inFull()).contains("holds 12.5").contains("close to evenly spread");
        assertThat(EnergyFinding.of(energy(front)).inFull()).contains("holds 72")
                .contains("front-loaded")
                .contains("imension 1 is the largest")
                .contains("Energy is not information");
    }

    @Test
    void levelsSayWhenThereIsNoCoarseToFine() {
        double[] coarseFirst = {8, 4, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        double[] even = new double[16];
        Arrays.fill(even, 2);

        assertThat(LevelFinding.of(levels(coarseFirst, even)).inFull())
                .contains("coarse labels do weigh more in front");
        assertThat(LevelFinding.of(levels(even, even)).inFull()).contains("no order from coarse to fine is seen here")
                .contains("3 estimated components were below 0");
        assertThat(LevelFinding.of(levels(even, coarseFirst)).inFull()).contains("the opposite of coarse to fine");
    }

    @Test
    void samplesAreStated() {
        double[] one = {1};
        EnergyProfile profile = new EnergyProfile(one, one, one, one, 1, 1, 20_000, 1_000_000, List.of(), 0);
        assertThat(EnergyFinding.of(answer(profile)).inFull())
                .contains("effective rank 1.0 of 1 (from 20,000 of 1,000,000 texts)");
    }

    private static EnergyAnswer energy(double[] perDimension) {
        double[] cumulative = perDimension.clone();
        Arrays.parallelPrefix(cumulative, Double::sum);
        return answer(
                new EnergyProfile(perDimension, new double[16], perDimension, cumulative, 5, 6, 3, 3, List.of(), 0));
    }

    private static EnergyAnswer levels(double[] field, double[] rest) {
        return answer(new EnergyProfile(field, field, field, field, 5, 6, 3, 3,
                List.of(new LevelVariance("field", field, field), new LevelVariance("residual", rest, rest)), 3));
    }

    private static EnergyAnswer answer(EnergyProfile profile) {
        return new EnergyAnswer(TestSubjects.asking(TestSubjects.random(profile.perDimension().length)),
                List.of(profile), "");
    }
}
