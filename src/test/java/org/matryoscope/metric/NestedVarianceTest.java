package org.matryoscope.metric;

import java.util.Arrays;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class NestedVarianceTest {
    private static final Offset<Double> TOLERANCE = within(1e-9);

    static Stream<NamedCsvRecord> designs() {
        return Fixtures.read("/metric/nested_variance.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("designs")
    void equalsLeastSquaresAndProjectionMatrices(NamedCsvRecord design) {
        double[] values = Fixtures.numbers(design.getField("values"));
        NestedVariance.Split split = new NestedVariance(groups(design.getField("levels"))).split(values);
        assertThat(split.sumOfSquares()).containsExactly(Fixtures.numbers(design.getField("sumsOfSquares")), TOLERANCE);
        assertThat(split.component()).containsExactly(Fixtures.numbers(design.getField("components")), TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("designs")
    void sumsOfSquaresAddUpToTheTotal(NamedCsvRecord design) {
        double[] values = Fixtures.numbers(design.getField("values"));
        double mean = Arrays.stream(values).average().orElseThrow();
        double total = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        double[] parts = new NestedVariance(groups(design.getField("levels"))).split(values).sumOfSquares();
        assertThat(Arrays.stream(parts).sum()).isCloseTo(total, within(1e-12 * total));
    }

    @ParameterizedTest
    @MethodSource("designs")
    void aCommonOffsetChangesNothing(NamedCsvRecord design) {
        NestedVariance nested = new NestedVariance(groups(design.getField("levels")));
        double[] values = Fixtures.numbers(design.getField("values"));
        double[] shifted = Arrays.stream(values).map(x -> x + 1000).toArray();
        assertThat(nested.split(shifted).component()).containsExactly(nested.split(values).component(), TOLERANCE);
    }

    @Test
    void levelsWithoutDegreesOfFreedomHaveNoComponent() {
        int[][] everyObservationItsOwnGroup = {{0, 0, 1, 1}, {0, 1, 2, 3}};
        NestedVariance.Split split = new NestedVariance(everyObservationItsOwnGroup).split(new double[]{1, 2, 3, 5});
        assertThat(split.component()[2]).isZero();
        assertThat(split.sumOfSquares()[2]).isZero();
        int[][] oneGroup = {{0, 0, 0}};
        assertThat(new NestedVariance(oneGroup).split(new double[]{1, 2, 3}).component()).containsExactly(0, 1);
    }

    /** Numbers each level's groups; in the data file a group is numbered within its parent. */
    private static int[][] groups(String levels) {
        String[] fields = levels.split(";", -1);
        int[][] groups = new int[fields.length][];
        for (int level = 0; level < fields.length; level++) {
            double[] within = Fixtures.numbers(fields[level]);
            groups[level] = new int[within.length];
            for (int n = 1; n < within.length; n++) {
                boolean sameParent = level == 0 || groups[level - 1][n] == groups[level - 1][n - 1];
                boolean same = sameParent && within[n] == within[n - 1];
                groups[level][n] = groups[level][n - 1] + (same ? 0 : 1);
            }
        }
        return groups;
    }
}
