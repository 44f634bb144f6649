package org.matryoscope.model;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Installation;
import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/** The encoder gives what sentence-transformers gives for the same ONNX file, odd texts included. */
class ParityTest {
    private static final Path FOLDER = Installation.home().resolve("models/minilm-matryoshka");
    private static final List<String> TEXTS = ParityData.texts();

    private static Encoder encoder;
    private static Encoding encoding;

    @BeforeAll
    static void encode() {
        encoder = Encoders.load(FOLDER, ModelOverrides.NONE, 2, Progress.NONE);
        encoding = encoder.encode(TEXTS, Role.DOCUMENT, Progress.NONE);
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {384, 256, 128, 64, 32})
    void vectorsPointWhereTheReferencePoints(int d) {
        float[][] expected = ParityData.vectors();

        assertThat(TEXTS).hasSizeGreaterThanOrEqualTo(50);
        for (int i = 0; i < TEXTS.size(); i++) {
            assertThat(Vectors.cosine(encoding.vectors()[i], expected[i], d)).as(TEXTS.get(i))
                    .isGreaterThanOrEqualTo(0.9999);
        }
    }

    @Test
    void vectorsHaveUnitLength() {
        for (float[] vector : encoding.vectors()) {
            double squares = IntStream.range(0, vector.length).mapToDouble(i -> (double) vector[i] * vector[i]).sum();
            assertThat(squares).isBetween(1 - 1e-6, 1 + 1e-6);
        }
    }

    @Test
    void tokensAreThoseOfTheReferenceTokenizer() {
        TransformerSettings settings = TransformerSettings.read(FOLDER, FOLDER, null);
        try (Tokenizing tokenizing = Tokenizing.open(settings, true)) {
            long[][] ids = TEXTS.stream().map(text -> tokenizing.tokens(text).ids()).toArray(long[][]::new);

            assertThat(ids).isDeepEqualTo(ParityData.ids());
        }
    }

    @Test
    void textsThatAreTooLongAreReported() {
        assertThat(encoding.cut()).isEqualTo(ParityData.cut());
    }

    @Test
    void aTextsVectorDoesNotDependOnItsNeighbours() {
        for (int i = 0; i < TEXTS.size(); i += 7) {
            Encoding alone = encoder.encode(List.of(TEXTS.get(i)), Role.DOCUMENT, Progress.NONE);

            assertThat(alone.vectors()[0]).as(TEXTS.get(i)).isEqualTo(encoding.vectors()[i]);
        }
    }
}
