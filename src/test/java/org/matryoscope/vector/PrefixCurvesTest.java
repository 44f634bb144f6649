package org.matryoscope.vector;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PrefixCurvesTest {
    @ParameterizedTest
    @EnumSource
    void equalsTheReferenceAtEveryPrefix(Scoring scoring) {
        float[][] vectors = Samples.gaussian(1000, 30, 1);
        vectors[4] = new float[30];
        float[] query = Samples.query(30, 2);
        int[] rows = new int[600];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i * 7 % 1000;
        }
        try (VectorStore store = VectorStore.of(vectors)) {
            PrefixCurves.scan(store, query, rows, scoring, Progress.NONE, (index, curve) -> {
                for (int d = 1; d <= 30; d++) {
                    if (rows[index] == 4) {
                        assertThat(curve[d - 1]).isNaN();
                    } else {
                        assertThat((double) curve[d - 1])
                                .isCloseTo(Samples.score(query, vectors[rows[index]], d, scoring), within(1e-6));
                    }
                }
            });
        }
    }
}
