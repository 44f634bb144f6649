package org.matryoscope.vector;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.matryoscope.base.Progress;
import org.matryoscope.metric.Fixtures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class NumberFormatTest {
    private static final int ROWS = 3001;
    private static final int DIMENSION = 20;

    static Stream<NamedCsvRecord> numpy() {
        return Fixtures.read("/vector/formats.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("numpy")
    void decodesAndScoresAsNumpyDoes(NamedCsvRecord sample) {
        float[][] rows = floats(sample.getField("rows"));
        float[][] decoded = floats(sample.getField("decoded"));
        float[] query = Fixtures.floats(sample.getField("query"));
        double[] prefixes = Fixtures.numbers(sample.getField("prefixes"));
        float[][] cosines = floats(sample.getField("cosines"));
        NumberFormat format = Stream.of(NumberFormat.values())
                .filter(f -> f.label().equals(sample.getField("format")))
                .findFirst()
                .orElseThrow();
        try (VectorStore store = filled(rows, format)) {
            for (int row = 0; row < rows.length; row++) {
                assertThat(store.row(row)).containsExactly(decoded[row], within(1e-7f));
            }
            PrefixScan scan = new PrefixScan(store, List.of(query), Progress.NONE);
            for (int p = 0; p < prefixes.length; p++) {
                assertThat(scan.scoresAt((int) prefixes[p], 0, Scoring.COSINE)).containsExactly(cosines[p],
                        within(1e-6f));
            }
        }
    }

    private static float[][] floats(String field) {
        return Stream.of(field.split(";")).map(Fixtures::floats).toArray(float[][]::new);
    }

    private static VectorStore filled(float[][] rows, NumberFormat format) {
        try (VectorStoreBuilder builder = VectorStore.builder(rows.length, rows[0].length, format)) {
            for (int row = 0; row < rows.length; row++) {
                builder.put(row, rows[row]);
            }
            return builder.build();
        }
    }

    @Test
    void roundingStaysWithinEachFormatsBound() {
        float[][] rows = Samples.gaussian(ROWS, DIMENSION, 1);
        for (float[] row : rows) {
            row[3] = 0;
            row[4] *= 1e-4f;
            row[5] *= 100;
        }
        try (VectorStore exact = VectorStore.of(rows);
                VectorStore half = exact.in(NumberFormat.FLOAT16, Progress.NONE);
                VectorStore bytes = exact.in(NumberFormat.INT8, Progress.NONE);
                VectorStore signs = exact.in(NumberFormat.BINARY, Progress.NONE)) {
            float[] x = new float[ROWS];
            float[] h = new float[ROWS];
            float[] b = new float[ROWS];
            float[] s = new float[ROWS];
            for (int column = 0; column < DIMENSION; column++) {
                exact.copyColumn(column, 0, x, ROWS);
                half.copyColumn(column, 0, h, ROWS);
                bytes.copyColumn(column, 0, b, ROWS);
                signs.copyColumn(column, 0, s, ROWS);
                float greatest = 0;
                for (float entry : x) {
                    greatest = Math.max(greatest, Math.abs(entry));
                }
                for (int row = 0; row < ROWS; row++) {
                    // Below 2⁻¹⁴ halves are spaced evenly.
                    assertThat(h[row]).isCloseTo(x[row], within(Math.max(Math.abs(x[row]) * 0x1p-11f, 0x1p-25f)));
                    assertThat(b[row]).isCloseTo(x[row], within(greatest / 127 / 2 * 1.00001f));
                    assertThat(s[row]).isEqualTo((float) (Math.copySign(1, x[row] + 0f) / Math.sqrt(DIMENSION)));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"FLOAT32, 3072", "FLOAT16, 1536", "INT8, 768", "BINARY, 96"})
    void statesTheSizeOfAVector(NumberFormat format, long bytes) {
        assertThat(format.bytesPerVector(768)).isEqualTo(bytes);
        assertThat(NumberFormat.BINARY.bytesPerVector(9)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void readsRowsColumnsAndChosenEntriesAlike(NumberFormat format) {
        float[][] rows = Samples.gaussian(ROWS, DIMENSION, 2);
        rows[64] = new float[DIMENSION];
        rows[2999][7] = Float.NaN;
        try (VectorStore store = filled(rows, format)) {
            assertThat(store.format()).isEqualTo(format);
            assertThat(store.excluded()).extracting(ExcludedRow::row).containsExactly(64, 2999);
            assertThat(store.row(64)).containsOnly(0f);
            int[] chosen = {3000, 64, 63, 0, 2999};
            float[] gathered = new float[chosen.length];
            for (int column = 0; column < DIMENSION; column++) {
                float[] part = new float[1500];
                store.copyColumn(column, 1501, part, 1500);
                store.gatherColumn(column, chosen, gathered);
                assertThat(gathered).containsExactly(part[1499], 0, store.row(63)[column], store.row(0)[column], 0);
                for (int row = 1501; row < 3001; row += 37) {
                    assertThat(part[row - 1501]).isEqualTo(store.row(row)[column]);
                }
            }
        }
    }

    @Test
    void copyingCanBeCancelled() {
        try (VectorStore store = VectorStore.of(Samples.gaussian(10, 4, 1))) {
            assertThatThrownBy(() -> store.in(NumberFormat.INT8, (done, total) -> {
                throw new CancellationException();
            })).isInstanceOf(CancellationException.class);
        }
    }
}
