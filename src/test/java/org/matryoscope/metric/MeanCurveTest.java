package org.matryoscope.metric;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MeanCurveTest {
    @Test
    void theMeanLeavesOutWhatIsNotDefined() {
        MeanCurve curve = MeanCurve.of(new double[][]{{1, 2, Double.NaN}, {3, Double.NaN, Double.NaN}}, 1);
        assertThat(curve.mean()[0]).isEqualTo(2);
        assertThat(curve.mean()[1]).isEqualTo(2);
        assertThat(curve.mean()[2]).isNaN();
    }

    @Test
    void oneQueryIsItsOwnInterval() {
        MeanCurve curve = MeanCurve.of(new double[][]{{0.25, 0.5}}, 1);
        assertThat(curve.low()).isEqualTo(curve.mean()).isEqualTo(curve.high());
    }

    @Test
    void theIntervalIsAsWideAsTheStandardErrorSays() {
        Random random = new Random(1);
        double[][] curves = new double[400][1];
        for (double[] curve : curves) {
            curve[0] = random.nextGaussian();
        }
        MeanCurve mean = MeanCurve.of(curves, 1);
        assertThat(mean.high()[0] - mean.low()[0]).isCloseTo(2 * 1.96 / Math.sqrt(400), within(0.02));
        assertThat(mean.mean()[0]).isBetween(mean.low()[0], mean.high()[0]);
    }

    @Test
    void ninetyFiveOfAHundredIntervalsHoldTheTruth() {
        Random random = new Random(2);
        int held = 0;
        for (int trial = 0; trial < 400; trial++) {
            double[][] curves = new double[50][1];
            for (double[] curve : curves) {
                curve[0] = random.nextGaussian();
            }
            MeanCurve mean = MeanCurve.of(curves, trial);
            held += mean.low()[0] <= 0 && mean.high()[0] >= 0 ? 1 : 0;
        }
        assertThat(held).isBetween(360, 392);
    }

    @Test
    void pairedDifferencesCancelWhatQueriesHaveInCommon() {
        Random random = new Random(3);
        double[][] one = new double[60][1];
        double[][] other = new double[60][1];
        for (int query = 0; query < 60; query++) {
            double common = random.nextGaussian();
            one[query][0] = common + 0.1;
            other[query][0] = common;
        }
        MeanCurve difference = MeanCurve.difference(one, other, 1);
        assertThat(difference.low()[0]).isCloseTo(0.1, within(1e-9));
        assertThat(difference.high()[0]).isCloseTo(0.1, within(1e-9));
    }
}
