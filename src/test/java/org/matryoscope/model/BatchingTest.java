package org.matryoscope.model;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Batches are filled by tokens. Texts stand here for their number of tokens. */
class BatchingTest {
    @Test
    void aBatchHoldsSoManyTextsAsFitPaddedToItsLongest() {
        Batching batching = new Batching(Integer.MAX_VALUE, 20, 0, 1, 1);

        assertThat(batching.fill(List.of(30, 9, 7, 4, 4, 3, 1), tokens -> tokens)).containsExactly(List.of(30),
                List.of(9, 7), List.of(4, 4, 3, 1));
    }

    @Test
    void aBatchHoldsNoMoreTextsThanTheModelTakes() {
        assertThat(Batching.oneByOne(2).fill(List.of(2, 2, 1), tokens -> tokens)).containsExactly(List.of(2),
                List.of(2), List.of(1));
    }

    @Test
    void everyWorkerGetsWork() {
        List<Integer> texts = IntStream.range(0, 40).map(i -> 4).boxed().toList();

        assertThat(new Batching(Integer.MAX_VALUE, 1_000, 0, 4, 1).fill(texts, tokens -> tokens)).hasSize(4)
                .allSatisfy(batch -> assertThat(batch).hasSize(10));
    }

    @Test
    void emptyTextsCountAsOneToken() {
        assertThat(new Batching(Integer.MAX_VALUE, 2, 0, 1, 1).fill(List.of(0, 0, 0), tokens -> tokens))
                .containsExactly(List.of(0, 0), List.of(0));
    }

    @Test
    void onlySmallModelsRunSeveralBatchesSideBySide() {
        assertThat(Batching.together(4, 23_000_000).workers()).isEqualTo(4);
        assertThat(Batching.together(4, 1_200_000_000).threadsPerRun()).isEqualTo(4);
    }

    @Test
    void textsOfAFixedLengthCountWithTheirPadding() {
        Batching batching = new Batching(Integer.MAX_VALUE, 20, 0, 1, 1);

        assertThat(batching.within(new InputShape(0, 10)).fill(List.of(9, 2, 1), tokens -> tokens))
                .containsExactly(List.of(9, 2), List.of(1));
        assertThat(batching.within(new InputShape(1, 10)).fill(List.of(9, 2), tokens -> tokens))
                .containsExactly(List.of(9), List.of(2));
    }
}
