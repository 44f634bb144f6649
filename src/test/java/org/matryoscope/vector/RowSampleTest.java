package org.matryoscope.vector;

import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class RowSampleTest {
    @Test
    void takesAllWhereTheyAreFew() {
        assertThat(RowSample.draw(5, 5)).containsExactly(0, 1, 2, 3, 4);
        assertThat(RowSample.draw(3, 5)).containsExactly(0, 1, 2);
    }

    @Test
    void drawsOneFromEachStretch() {
        int[] drawn = RowSample.draw(Integer.MAX_VALUE, 1000);
        assertThat(drawn).hasSize(1000).isSorted().doesNotHaveDuplicates();
        for (int i = 0; i < drawn.length; i++) {
            assertThat((long) drawn[i]).isBetween((long) Integer.MAX_VALUE * i / 1000,
                    (long) Integer.MAX_VALUE * (i + 1) / 1000 - 1);
        }
        assertThat(RowSample.draw(Integer.MAX_VALUE, 1000)).isEqualTo(drawn);
    }

    @Test
    void meetsEveryPartOfRowsThatComeInTurns() {
        int period = 50;
        int[] counts = new int[period];
        IntStream.of(RowSample.draw(1_000_000, 20_000)).forEach(row -> counts[row % period]++);
        assertThat(IntStream.of(counts)).allSatisfy(count -> assertThat(count).isBetween(300, 500));
    }

    @Test
    void leavesExcludedRowsOut() {
        float[][] vectors = Samples.gaussian(100, 4, 1);
        IntStream.range(0, 100).filter(row -> row % 2 == 0).forEach(row -> vectors[row] = new float[4]);
        try (VectorStore store = VectorStore.of(vectors)) {
            assertThat(IntStream.of(RowSample.included(store, 20))).hasSize(20).allMatch(row -> row % 2 == 1);
            assertThat(IntStream.of(RowSample.included(store, 200))).hasSize(50).allMatch(row -> row % 2 == 1);
        }
    }

    @Test
    void copiesTheChosenRows() {
        int[] chosen = {1, 4, 7};
        try (VectorStore store = VectorStore.of(Samples.gaussian(10, 6, 2));
                VectorStore copy = RowSample.copy(store, chosen, Progress.NONE)) {
            assertThat(copy.rows()).isEqualTo(3);
            for (int row = 0; row < 3; row++) {
                assertThat(copy.row(row)).containsExactly(store.row(chosen[row]), within(1e-6f));
            }
            assertThatThrownBy(() -> RowSample.copy(store, chosen, (done, total) -> {
                throw new CancellationException();
            })).isInstanceOf(CancellationException.class);
        }
    }
}
