package org.matryoscope.vector;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class VectorStoreTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 255, 256, 257, 1000})
    void rowsPutInAnyOrderComeBackWithLengthOne(int rows) {
        float[][] vectors = Samples.gaussian(rows, 5, rows);
        try (VectorStoreBuilder builder = VectorStore.builder(rows, 5)) {
            for (int i = 0; i < rows; i++) {
                int row = rows - 1 - i;
                builder.put(row, vectors[row]);
            }
            try (VectorStore store = builder.build()) {
                float[] column = new float[rows];
                store.copyColumn(2, 0, column, rows);
                for (int row = 0; row < rows; row++) {
                    float[] unit = store.row(row);
                    assertThat(Samples.score(vectors[row], unit, 5, Scoring.COSINE)).isCloseTo(1, within(1e-7));
                    assertThat(Samples.length(unit)).isCloseTo(1, within(1e-6));
                    assertThat(column[row]).isEqualTo(unit[2]);
                }
            }
        }
    }

    @Test
    void gathersChosenEntriesOfAColumn() {
        try (VectorStore store = VectorStore.of(Samples.gaussian(50, 3, 1))) {
            float[] chosen = new float[3];
            store.gatherColumn(1, new int[]{49, 0, 7}, chosen);
            assertThat(chosen).containsExactly(store.row(49)[1], store.row(0)[1], store.row(7)[1]);
        }
    }

    @Test
    void reportsRowsThatCannotBeComparedWithThePlaceOfTheFault() {
        float[][] vectors = {{1, 2, 3}, {0, 0, 0}, {1, Float.NaN, 2}, {0, 0, Float.POSITIVE_INFINITY}, {1e-30f, 0, 0}};
        try (VectorStore store = VectorStore.of(vectors)) {
            assertThat(store.excluded()).containsExactly(new ExcludedRow(1, "all entries are zero"),
                    new ExcludedRow(2, "NaN at dimension 2"), new ExcludedRow(3, "infinite at dimension 3"));
            assertThat(store.includedRows()).isEqualTo(2);
            assertThat(store.isExcluded(2)).isTrue();
            assertThat(store.row(2)).containsOnly(0f);
            assertThat(store.row(4)).containsExactly(1, 0, 0);
        }
    }

    @Test
    void refusesIncompleteOrMalformedInput() {
        assertThatThrownBy(() -> VectorStore.of(new float[0][])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VectorStore.of(new float[][]{{1, 2}, {1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 1 has 1 entries, expected 2");
        try (VectorStoreBuilder builder = VectorStore.builder(2, 1)) {
            builder.put(1, new float[]{1});
            assertThatThrownBy(() -> builder.put(1, new float[]{1})).hasMessageContaining("put before");
            assertThatThrownBy(() -> builder.put(2, new float[]{1})).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class).hasMessageContaining("row 0");
        }
    }

    @Test
    void aClosedBuilderKeepsTheStoreItBuilt() {
        VectorStoreBuilder builder = VectorStore.builder(1, 2);
        builder.put(0, new float[]{3, 4});
        VectorStore store = builder.build();
        builder.close();
        assertThat(store.row(0)).containsExactly(0.6f, 0.8f);
        assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
        store.close();
        float[] column = new float[1];
        assertThatThrownBy(() -> store.copyColumn(0, 0, column, 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void largeStoresLiveInAMappedTemporaryFile(@TempDir Path folder) throws IOException {
        try (Arena arena = Arena.ofShared(); Stream<Path> filesBefore = Files.list(folder)) {
            assertThat(filesBefore).isEmpty();
            ColumnOutput output = FileOutput.temporary(folder, 1 << 20);
            output.write(4000, arena.allocateFrom(ValueLayout.JAVA_FLOAT, 1.5f));
            output.write((1 << 20) - 1, arena.allocateFrom(ValueLayout.JAVA_BYTE, (byte) 7));
            MemorySegment mapped = output.finish(arena);
            assertThat(mapped.isMapped()).isTrue();
            assertThat(mapped.getAtIndex(ValueLayout.JAVA_FLOAT, 1000)).isEqualTo(1.5f);
            assertThat(mapped.getAtIndex(ValueLayout.JAVA_FLOAT, 1001)).isZero();
        }
        try (Stream<Path> filesAfter = Files.list(folder)) {
            assertThat(filesAfter).isEmpty();
        }
    }
}
