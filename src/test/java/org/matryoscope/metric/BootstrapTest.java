package org.matryoscope.metric;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BootstrapTest {
    @ParameterizedTest
    @ValueSource(ints = {50, 200, 501, 5003})
    void replicatesSpreadLikeTheStandardErrorOfTheMean(int size) {
        SplittableRandom random = new SplittableRandom(1);
        float[][] curves = new float[size][2];
        for (float[] curve : curves) {
            curve[0] = (float) random.nextGaussian();
            curve[1] = (float) (5 + 3 * random.nextGaussian());
        }
        double[][] means = Bootstrap.means(sums(curves), 4000, 2, Progress.NONE);
        Bootstrap.Interval interval = Bootstrap.interval(means);
        for (int point = 0; point < 2; point++) {
            int at = point;
            double[] values = Arrays.stream(curves).mapToDouble(curve -> curve[at]).toArray();
            double mean = mean(values);
            double standardError = deviation(values, mean) / Math.sqrt(values.length);
            assertThat(mean(means[point])).isCloseTo(mean, within(0.15 * standardError));
            assertThat(interval.low()[point]).isCloseTo(mean - 1.96 * standardError, within(0.15 * standardError));
            assertThat(interval.high()[point]).isCloseTo(mean + 1.96 * standardError, within(0.15 * standardError));
        }
    }

    @Test
    void theSameSeedGivesTheSameReplicates() {
        CurveSums curves = sums(new float[][]{{1, 2}, {3, 4}, {5, 7}});
        double[][] means = Bootstrap.means(curves, 10, 3, Progress.NONE);
        assertThat(Bootstrap.means(curves, 10, 3, Progress.NONE)).isDeepEqualTo(means);
        assertThat(Arrays.deepEquals(Bootstrap.means(curves, 10, 4, Progress.NONE), means)).isFalse();
    }

    @Test
    void oneCurveHasNoSpread() {
        assertThat(Bootstrap.means(sums(new float[][]{{0.25f, 0.75f}}), 3, 1, Progress.NONE))
                .isDeepEqualTo(new double[][]{{0.25, 0.25, 0.25}, {0.75, 0.75, 0.75}});
    }

    @Test
    void percentilesInterpolateAsNumpyDoes() {
        double[] sorted = {1, 2, 4, 8, 16};
        assertThat(Bootstrap.percentile(sorted, 0)).isEqualTo(1);
        assertThat(Bootstrap.percentile(sorted, 0.025)).isCloseTo(1.1, within(1e-12));
        assertThat(Bootstrap.percentile(sorted, 0.6)).isCloseTo(5.6, within(1e-12));
        assertThat(Bootstrap.percentile(sorted, 1)).isEqualTo(16);
    }

    @Test
    void theMeanCurveCountsEveryCurveOnce() {
        float[][] curves = new float[1234][1];
        for (int i = 0; i < curves.length; i++) {
            curves[i][0] = i;
        }
        assertThat(sums(curves).mean()[0]).isCloseTo(1233 / 2.0, within(1e-9));
    }

    private static CurveSums sums(float[][] curves) {
        CurveSums sums = new CurveSums(curves.length, curves[0].length, 9);
        for (int i = 0; i < curves.length; i++) {
            sums.add(i, curves[i]);
        }
        return sums;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values, double mean) {
        return Math.sqrt(Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElseThrow());
    }
}
