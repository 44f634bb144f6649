package org.matryoscope.vector;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.matryoscope.base.Progress;
import org.matryoscope.metric.Fixtures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class MomentsTest {
    private static final Offset<Double> FLOAT_ROUNDING = within(2e-7);

    static Stream<NamedCsvRecord> numpy() {
        return Fixtures.read("/vector/energy.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("numpy")
    void equalsNumpy(NamedCsvRecord sample) {
        float[][] rows = Stream.of(sample.getField("rows").split(";")).map(Fixtures::floats).toArray(float[][]::new);
        try (VectorStore store = VectorStore.of(rows)) {
            ColumnMoments moments = ColumnMoments.of(store, Progress.NONE);
            Spectrum spectrum = Spectrum.of(Moments.of(store, Progress.NONE).covariance(), Progress.NONE);
            assertThat(moments.energy()).containsExactly(Fixtures.numbers(sample.getField("energy")), FLOAT_ROUNDING);
            assertThat(moments.meanSquared()).containsExactly(Fixtures.numbers(sample.getField("meanSquared")),
                    FLOAT_ROUNDING);
            assertThat(moments.variance()).containsExactly(Fixtures.numbers(sample.getField("variance")),
                    FLOAT_ROUNDING);
            assertThat(spectrum.participationRatio())
                    .isCloseTo(Double.parseDouble(sample.getField("participationRatio")), within(1e-5));
            assertThat(spectrum.effectiveRank()).isCloseTo(Double.parseDouble(sample.getField("effectiveRank")),
                    within(1e-5));
        }
    }

    @Test
    void energySumsToOneAndSplitsIntoOffsetAndVariance() {
        try (VectorStore store = VectorStore.of(Samples.gaussian(30_000, 20, 3))) {
            ColumnMoments moments = ColumnMoments.of(store, Progress.NONE);
            assertThat(Arrays.stream(moments.energy()).sum()).isCloseTo(1, within(1e-6));
            for (int i = 0; i < 20; i++) {
                assertThat(moments.meanSquared()[i] + moments.variance()[i]).isCloseTo(moments.energy()[i],
                        within(1e-15));
            }
            Spectrum spectrum = Spectrum.of(Moments.of(store, Progress.NONE).covariance(), Progress.NONE);
            assertThat(Arrays.stream(spectrum.eigenvalues()).sum()).isCloseTo(Arrays.stream(moments.variance()).sum(),
                    within(1e-12));
            assertThat(spectrum.participationRatio()).isCloseTo(20, within(0.05));
            assertThat(spectrum.effectiveRank()).isCloseTo(20, within(0.05));
        }
    }

    @Test
    void unusableRowsDoNotCount() {
        float[][] vectors = Samples.gaussian(100, 6, 4);
        float[][] dirty = Arrays.copyOf(vectors, 103);
        dirty[100] = new float[6];
        dirty[101] = new float[]{Float.NaN, 1, 1, 1, 1, 1};
        dirty[102] = new float[]{1, Float.NEGATIVE_INFINITY, 1, 1, 1, 1};
        try (VectorStore clean = VectorStore.of(vectors); VectorStore store = VectorStore.of(dirty)) {
            assertThat(Moments.of(store, Progress.NONE).second())
                    .isDeepEqualTo(Moments.of(clean, Progress.NONE).second());
            assertThat(ColumnMoments.of(store, Progress.NONE).energy())
                    .containsExactly(ColumnMoments.of(clean, Progress.NONE).energy(), within(1e-12));
        }
    }

    @Test
    void equalRowsHaveNoSpectrum() {
        try (VectorStore store = VectorStore.of(new float[][]{{0, 1}, {0, 2}})) {
            Spectrum spectrum = Spectrum.of(Moments.of(store, Progress.NONE).covariance(), Progress.NONE);
            assertThat(spectrum.participationRatio()).isZero();
            assertThat(spectrum.effectiveRank()).isZero();
        }
    }

    @Test
    void canBeCancelled() {
        try (VectorStore store = VectorStore.of(Samples.gaussian(5000, 6, 4))) {
            assertThatThrownBy(() -> Moments.of(store, (done, total) -> {
                if (done > 1000) {
                    throw new CancellationException();
                }
            })).isInstanceOf(CancellationException.class);
        }
        assertThatThrownBy(() -> Spectrum.of(new double[][]{{1}}, (done, total) -> {
            throw new CancellationException();
        })).isInstanceOf(CancellationException.class);
    }
}
