package org.matryoscope.question.stages;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.matryoscope.retrieval.Funnel;

import static org.assertj.core.api.Assertions.assertThat;

class StageCostsTest {
    private static final StageSetting EXACT = setting(64, 1, 6400);
    private static final StageSetting POOR = setting(4, 0.5, 500);
    private static final StageSetting GOOD = setting(8, 0.92, 1000);
    private static final StageSetting BEATEN = setting(16, 0.9, 1700);
    private static final StageSetting BETTER = setting(32, 0.99, 3300);
    private static final StageSetting DEAR = setting(63, 1, 9900);

    private static StageSetting setting(int d, double recall, double macs) {
        return new StageSetting(Funnel.single(d, 10), recall, recall, recall, macs, 1);
    }

    private static StageCosts costs() {
        return new StageCosts(10, 64, 100, 5, EXACT, GOOD, List.of(EXACT), List.of(DEAR, BETTER, BEATEN, GOOD, POOR));
    }

    @Test
    void theFrontLeavesOutWhatAnotherBeats() {
        assertThat(costs().front()).containsExactly(POOR, GOOD, BETTER, DEAR);
    }

    @Test
    void theCheapestFindsEnough() {
        assertThat(costs().cheapest(0.9)).contains(GOOD);
        assertThat(costs().cheapest(0.95)).contains(BETTER);
    }

    @Test
    void nothingIsRecommendedThatCostsMoreThanExactSearch() {
        assertThat(costs().cheapest(1)).isEmpty();
    }

    @Test
    void costsAreReadAsDimensionsOfEveryDocument() {
        assertThat(costs().inDimensions(GOOD)).isEqualTo(10);
        assertThat(costs().ofExact(GOOD)).isEqualTo(1000.0 / 6400);
    }
}
