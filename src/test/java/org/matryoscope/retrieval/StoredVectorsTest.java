package org.matryoscope.retrieval;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.matryoscope.vector.NumberFormat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class StoredVectorsTest {
    private static final int MILLION = 1_000_000;

    @ParameterizedTest
    @CsvSource({"FLOAT32, 128, 512000000", "FLOAT32, 256, 1024000000", "FLOAT32, 512, 2048000000",
            "FLOAT32, 768, 3072000000", "FLOAT32, 3072, 12288000000", "FLOAT16, 128, 256000000", "INT8, 128, 128000000",
            "BINARY, 128, 16000000", "BINARY, 12, 2000000"})
    void takesTheBytesOfTheLessonsTable(NumberFormat format, int d, long bytes) {
        assertThat(new StoredVectors(format, d).bytes(MILLION)).isEqualTo(bytes);
    }

    @Test
    void costsItsGigabytes() {
        assertThat(new StoredVectors(NumberFormat.FLOAT32, 256).monthly(MILLION, 0.25)).isCloseTo(0.256, within(1e-12));
    }

    @Test
    void theSmallestKeepsEnoughAtEveryLongerPrefix() {
        KeptCurve full = new KeptCurve(NumberFormat.FLOAT32, new int[]{8, 16, 32}, new double[]{0.95, 0.8, 1});
        KeptCurve bytes = new KeptCurve(NumberFormat.INT8, new int[]{8, 16, 32}, new double[]{0.7, 0.91, 0.98});
        assertThat(StoredVectors.smallest(List.of(full, bytes), 0.9))
                .isEqualTo(new StoredVectors(NumberFormat.INT8, 16));
        assertThat(StoredVectors.smallest(List.of(full, bytes), 0.99))
                .isEqualTo(new StoredVectors(NumberFormat.FLOAT32, 32));
    }

    @Test
    void curvesAreCutAtTheirStart() {
        KeptCurve curve = new KeptCurve(NumberFormat.INT8, new int[]{8, 16, 32}, new double[]{0.7, 0.91, 0.98});
        assertThat(curve.from(9).prefixes()).containsExactly(16, 32);
        assertThat(curve.from(16).kept()).containsExactly(0.91, 0.98);
        assertThat(curve.from(99).prefixes()).containsExactly(32);
    }
}
