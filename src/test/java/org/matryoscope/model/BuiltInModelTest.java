package org.matryoscope.model;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;

class BuiltInModelTest {
    @Test
    void encodesWithTheModelThatComesWithTheApp() {
        Path folder = BuiltInModels.folders().getFirst();
        try (Encoder encoder = Encoders.load(folder, ModelOverrides.NONE, 2, Progress.NONE)) {
            Encoding encoding = encoder.encode(
                    List.of("A cat sleeps on the sofa.", "A kitten naps on the couch.", "Interest rates rose again."),
                    Role.DOCUMENT, Progress.NONE);

            assertThat(encoder.profile().dimension()).isEqualTo(384);
            assertThat(encoding.cut()).isEmpty();
            assertThat(cosine(encoding, 0, 1)).isGreaterThan(0.5f).isLessThan(1f);
            assertThat(cosine(encoding, 0, 2)).isLessThan(0.2f);
        }
    }

    private static float cosine(Encoding encoding, int i, int j) {
        float sum = 0;
        for (int k = 0; k < encoding.vectors()[i].length; k++) {
            sum += encoding.vectors()[i][k] * encoding.vectors()[j][k];
        }
        return sum;
    }
}
