package org.matryoscope.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.matryoscope.base.Numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class NumbersAndTicksTest {
    @ParameterizedTest
    @CsvSource({"0.71234, 0.712", "-0.5, −0.500", "0.0123456, 0.0123", "0.00098765, 0.000988", "0.0000123, 1.23×10⁻⁵",
            "0.00001, 10⁻⁵", "0, 0.000", "160.64, 160.6", "NaN, –"})
    void readingsHaveTheDigitsThatMeanSomething(double value, String text) {
        assertThat(Numbers.reading(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"-0.0001, 0.000", "0.0596, 0.060", "-0.25, −0.250"})
    void fixedNumbersHaveThreeDecimalsAndNoNegativeZero(double value, String text) {
        assertThat(Numbers.fixed(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"384, 1, 2, 4, 8, 16, 32, 64, 128, 256, 384"})
    void logarithmicPrefixTicksArePowersOfTwoAndTheEnd(String dimension, String a, String b, String c, String d,
            String e, String f, String g, String h, String i, String end) {
        var ticks = Ticks.fitting(Axis.prefixes("d", AxisScale.LOG2, Integer.parseInt(dimension)), 700,
                text -> text.length() * 7.0, 6);

        assertThat(ticks).extracting(Axis.Tick::label).containsExactly(a, b, c, d, e, f, g, h, i, end);
    }

    @Test
    void ticksNeverOverlapAndTheEndOfAPrefixAxisIsAlwaysThere() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            int dimension = 2 + random.nextInt(4000);
            double length = 60 + random.nextInt(1200);
            AxisScale scale = random.nextBoolean() ? AxisScale.LOG2 : AxisScale.LINEAR;
            Axis axis = Axis.prefixes("d", scale, dimension);
            List<Axis.Tick> ticks = Ticks.fitting(axis, length, text -> text.length() * 8.0, 5);

            assertThat(ticks.getLast().value()).isEqualTo(dimension);
            for (int i = 1; i < ticks.size(); i++) {
                double distance = (axis.fraction(ticks.get(i).value()) - axis.fraction(ticks.get(i - 1).value()))
                        * length;
                double needed = (ticks.get(i).label().length() + ticks.get(i - 1).label().length()) * 4.0 + 5;
                assertThat(distance).isGreaterThanOrEqualTo(needed);
            }
        }
    }

    @Test
    void anAxisCoversItsValuesAndZero() {
        Axis axis = Axis.covering("energy", Arrays.stream(new double[]{0.0012, 0.0047, Double.NaN}));

        assertThat(axis.min()).isZero();
        assertThat(axis.max()).isGreaterThanOrEqualTo(0.0047).isLessThan(0.0056);
    }

    @ParameterizedTest
    @CsvSource({"LINEAR, 0, 384", "LOG2, 1, 384", "LOG10, 0.001, 10"})
    void fractionAndValueUndoEachOther(AxisScale scale, double min, double max) {
        Axis axis = new Axis("", scale, min, max, false, List.of());

        for (double fraction : new double[]{0, 0.3, 1}) {
            assertThat(axis.fraction(axis.valueAt(fraction))).isCloseTo(fraction, within(1e-12));
        }
    }

    @Test
    void decimationKeepsTheExtremesOfEveryPixel() {
        Random random = new Random(9);
        int n = 20_000;
        double[] x = new double[n];
        double[] y = new double[n];
        Arrays.setAll(x, i -> i * 500.0 / n);
        Arrays.setAll(y, i -> random.nextGaussian());
        y[12_345] = 99;

        Decimation thin = Decimation.of(x, y, 0, n);

        assertThat(thin.size()).isLessThanOrEqualTo(4 * 500);
        double[] kept = Arrays.copyOf(thin.ys(), thin.size());
        for (int pixel = 0; pixel < 500; pixel += 50) {
            int column = pixel;
            assertThat(range(thin.xs(), kept, column)).isEqualTo(range(x, y, column));
        }
        assertThat(kept).contains(99, y[0], y[n - 1]);
        assertThat(Arrays.copyOf(thin.xs(), thin.size())).isSorted();
    }

    private static List<Double> range(double[] x, double[] y, int column) {
        var statistics = java.util.stream.IntStream.range(0, y.length)
                .filter(i -> (int) x[i] == column)
                .mapToDouble(i -> y[i])
                .summaryStatistics();
        return List.of(statistics.getMin(), statistics.getMax());
    }

    @Test
    void tablesBecomeCsvAtFullPrecision() {
        DataTable table = new DataTable(List.of(new DataTable.Column("d", DataTable.range(1, 3)),
                new DataTable.Column("cosine: \"a\", b", DataTable.widen(new float[]{0.1f, Float.NaN, 0.25f})),
                new DataTable.Column("short", new double[]{1 / 3.0})));

        assertThat(table.csv()).isEqualTo("""
                d,"cosine: ""a"", b",short
                1,0.1,0.3333333333333333
                2,,
                3,0.25,
                """);
    }
}
