package org.matryoscope.metric;

import java.util.SplittableRandom;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RankCorrelationTest {
    private static final double TOLERANCE = 1e-12;

    static Stream<NamedCsvRecord> scipy() {
        return Fixtures.read("/metric/correlations.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("scipy")
    void equalsScipy(NamedCsvRecord pair) {
        TiedRanks a = TiedRanks.of(Fixtures.floats(pair.getField("a")));
        TiedRanks b = TiedRanks.of(Fixtures.floats(pair.getField("b")));
        assertThat(KendallTau.b(a, b)).isCloseTo(Double.parseDouble(pair.getField("kendallTauB")), within(TOLERANCE));
        assertThat(SpearmanRho.of(a, b)).isCloseTo(Double.parseDouble(pair.getField("spearman")), within(TOLERANCE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isSymmetricBoundedAndReversesItsSignWithTheOrder(long seed) {
        float[] a = tiedScores(200, seed);
        float[] b = tiedScores(200, seed + 100);
        TiedRanks ranksA = TiedRanks.of(a);
        TiedRanks ranksB = TiedRanks.of(b);
        TiedRanks reversedB = TiedRanks.of(negated(b));
        assertThat(KendallTau.b(ranksA, ranksB)).isCloseTo(KendallTau.b(ranksB, ranksA), within(TOLERANCE))
                .isBetween(-1.0, 1.0);
        assertThat(KendallTau.b(ranksA, reversedB)).isCloseTo(-KendallTau.b(ranksA, ranksB), within(TOLERANCE));
        assertThat(SpearmanRho.of(ranksA, reversedB)).isCloseTo(-SpearmanRho.of(ranksA, ranksB), within(TOLERANCE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void monotoneTransformsAndRelabellingChangeNothing(long seed) {
        float[] a = tiedScores(150, seed);
        float[] b = tiedScores(150, seed + 7);
        float[] stretched = new float[150];
        float[] movedA = new float[150];
        float[] movedB = new float[150];
        for (int i = 0; i < 150; i++) {
            stretched[i] = (float) Math.exp(a[i]) + 3;
            movedA[(i * 77 + 5) % 150] = a[i];
            movedB[(i * 77 + 5) % 150] = b[i];
        }
        double tau = KendallTau.b(TiedRanks.of(a), TiedRanks.of(b));
        double rho = SpearmanRho.of(TiedRanks.of(a), TiedRanks.of(b));
        assertThat(KendallTau.b(TiedRanks.of(stretched), TiedRanks.of(b))).isEqualTo(tau);
        assertThat(SpearmanRho.of(TiedRanks.of(stretched), TiedRanks.of(b))).isEqualTo(rho);
        assertThat(KendallTau.b(TiedRanks.of(movedA), TiedRanks.of(movedB))).isEqualTo(tau);
        assertThat(SpearmanRho.of(TiedRanks.of(movedA), TiedRanks.of(movedB))).isCloseTo(rho, within(TOLERANCE));
    }

    @Test
    void rowsWithoutAScoreAreLeftOut() {
        TiedRanks a = TiedRanks.of(new float[]{Float.NaN, 3, 2, 1});
        TiedRanks b = TiedRanks.of(new float[]{Float.NaN, 9, 7, 8});
        assertThat(KendallTau.b(a, b)).isCloseTo(1 / 3.0, within(TOLERANCE));
        assertThat(SpearmanRho.of(a, b)).isCloseTo(0.5, within(TOLERANCE));
    }

    @Test
    void isUndefinedWhereAllScoresAreEqual() {
        TiedRanks flat = TiedRanks.of(new float[]{2, 2, 2});
        TiedRanks steep = TiedRanks.of(new float[]{1, 2, 3});
        assertThat(KendallTau.b(flat, steep)).isNaN();
        assertThat(SpearmanRho.of(flat, steep)).isNaN();
        assertThat(KendallTau.b(TiedRanks.of(new float[]{1}), TiedRanks.of(new float[]{1}))).isNaN();
    }

    @Test
    void countsPairsBeyondTheRangeOfInt() {
        float[] ascending = new float[100_000];
        for (int i = 0; i < ascending.length; i++) {
            ascending[i] = i;
        }
        assertThat(KendallTau.b(TiedRanks.of(ascending), TiedRanks.of(negated(ascending)))).isEqualTo(-1);
        assertThat(SpearmanRho.of(TiedRanks.of(ascending), TiedRanks.of(negated(ascending)))).isCloseTo(-1,
                within(TOLERANCE));
    }

    private static float[] tiedScores(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] scores = new float[count];
        for (int i = 0; i < count; i++) {
            scores[i] = random.nextInt(30) / 10f;
        }
        return scores;
    }

    private static float[] negated(float[] scores) {
        float[] negated = new float[scores.length];
        for (int i = 0; i < scores.length; i++) {
            negated[i] = -scores[i];
        }
        return negated;
    }
}
