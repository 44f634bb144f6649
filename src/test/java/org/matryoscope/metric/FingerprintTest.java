package org.matryoscope.metric;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.matryoscope.metric.Fingerprint.Cut;
import org.matryoscope.metric.Fingerprint.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FingerprintTest {
    static Stream<NamedCsvRecord> scipy() {
        return Fixtures.read("/metric/fingerprints.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("scipy")
    void stepsAndOrderEqualScipys(NamedCsvRecord set) {
        Fingerprint found = Fingerprint.of(Fixtures.numbers(set.getField("variance")));

        assertThat(found.t()).containsExactly(Fixtures.numbers(set.getField("t")), within(1e-9));
        assertThat(found.sortedness()).isCloseTo(Double.parseDouble(set.getField("rho")), within(1e-12));
        Kind expected = switch (set.getField("name")) {
            case "stepped" -> Kind.STEPS;
            case "sorted" -> Kind.SORTED;
            default -> Kind.NONE;
        };
        assertThat(found.kind()).isEqualTo(expected);
    }

    @Test
    void plantedStepsAreFoundAndRounded() {
        double[] variance = noise(768, 0.1, 3);
        for (int i = 0; i < variance.length; i++) {
            variance[i] *= i < 64 ? 4 : i < 256 ? 2 : 1;
        }
        Fingerprint found = Fingerprint.of(variance);

        assertThat(found.cuts()).extracting(Cut::size).containsExactly(64, 256);
        assertThat(found.cuts()).allSatisfy(cut -> assertThat(cut.ratio()).isCloseTo(2, within(0.1)));
        assertThat(found.p()).isZero();
    }

    @Test
    void aStepAtAnUnusualSizeIsNotRounded() {
        double[] variance = noise(400, 0.05, 4);
        for (int i = 0; i < 165; i++) {
            variance[i] *= 2;
        }
        Cut cut = Fingerprint.of(variance).cuts().getFirst();

        assertThat(cut.d()).isBetween(163, 167);
        assertThat(cut.near()).isZero();
    }

    @Test
    void ofAThousandOrdinarySetsFewShowAStep() {
        SplittableRandom seeds = new SplittableRandom(8);
        long[] drawn = seeds.longs(1000).toArray();
        long steps = IntStream.range(0, drawn.length)
                .parallel()
                .filter(i -> Fingerprint.of(noise(i % 2 == 0 ? 128 : 384, 0.3, drawn[i])).kind() != Kind.NONE)
                .count();

        assertThat(steps).isLessThanOrEqualTo(15);
    }

    private static double[] noise(int dimension, double spread, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, dimension).mapToDouble(i -> Math.exp(spread * random.nextGaussian())).toArray();
    }
}
