package org.matryoscope.metric;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class HeadAgreementTest {
    private static final int[] ONE_TO_SEVEN = {1, 2, 3, 4, 5, 6, 7};
    private static final double P = 0.9;

    @Test
    void rankBiasedOverlapHasThePublishedValueForUnevenLists() {
        int[] other = {1, 3, 2, 4, 5, 7, 6, 8};
        assertThat(RankBiasedOverlap.extrapolated(ONE_TO_SEVEN, other, P)).isCloseTo(0.8853713875, within(1e-10));
        assertThat(RankBiasedOverlap.extrapolated(other, ONE_TO_SEVEN, P)).isCloseTo(0.8853713875, within(1e-10));
    }

    @Test
    void rankBiasedOverlapIsOneForEqualAndZeroForDisjointLists() {
        assertThat(RankBiasedOverlap.extrapolated(ONE_TO_SEVEN, ONE_TO_SEVEN, P)).isCloseTo(1, within(1e-12));
        assertThat(RankBiasedOverlap.extrapolated(ONE_TO_SEVEN, new int[]{8, 9, 10}, P)).isZero();
    }

    @Test
    void anEarlySwapCostsMoreRankBiasedOverlapThanALateOne() {
        double early = RankBiasedOverlap.extrapolated(ONE_TO_SEVEN, new int[]{2, 1, 3, 4, 5, 6, 7}, P);
        double late = RankBiasedOverlap.extrapolated(ONE_TO_SEVEN, new int[]{1, 2, 3, 4, 5, 7, 6}, P);
        assertThat(early).isLessThan(late);
        assertThat(late).isLessThan(1);
    }

    @Test
    void theFirstTenRanksCarryThePublishedWeight() {
        assertThat(RankBiasedOverlap.headWeight(P, 10)).isCloseTo(0.8555854467, within(1e-10));
        assertThat(RankBiasedOverlap.headWeight(P, 100)).isBetween(0.999_99, 1.0);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 0.5", "3, 1", "5, 0.8", "7, 0.8571428571428571", "100, 0.8571428571428571"})
    void overlapCountsSharedRowsInTheHead(int k, double expected) {
        assertThat(Overlap.at(ONE_TO_SEVEN, new int[]{1, 3, 2, 4, 6, 7, 8}, k)).isCloseTo(expected, within(1e-15));
    }

    @Test
    void overlapOfIndependentRankingsIsAboutKOverN() {
        int[] a = IntStream.range(0, 1000).toArray();
        int[] b = IntStream.range(0, 1000).map(i -> i * 387 % 1000).toArray();
        assertThat(Overlap.at(a, b, 100)).isCloseTo(0.1, within(0.05));
        assertThat(Overlap.at(a, b, 1000)).isEqualTo(1);
    }

    @Test
    void jaccardFollowsFromOverlap() {
        assertThat(Overlap.jaccard(0.5)).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(Overlap.jaccard(1)).isEqualTo(1);
    }
}
