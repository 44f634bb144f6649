package org.matryoscope.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The six poolings give what sentence-transformers' module gives. */
class PoolersTest {
    @ParameterizedTest
    @MethodSource("cases")
    void poolsLikeSentenceTransformers(JsonNode given) {
        TokenBatch batch = batch(given.path("mask"));
        List<Pooling> poolings = given.path("poolings")
                .valueStream()
                .map(name -> Pooling.valueOf(name.stringValue().toUpperCase(Locale.ROOT)))
                .toList();
        int skipped = given.path("skipped").intValue();
        float[] hidden = flat(given.path("hidden"));
        OnnxOutput output = new OnnxOutput(hidden, batch.rows(), batch.length(), hidden.length / batch.ids().length);

        List<float[]> pooled = new OnnxPooling(poolings, false, 0, skipped, 0).pool(output, batch, Role.QUERY);

        for (int row = 0; row < batch.rows(); row++) {
            assertThat(pooled.get(row)).containsExactly(TestFolder.floats(given.path("expected").get(row)),
                    Offset.offset(1e-5f));
        }
    }

    static Stream<JsonNode> cases() {
        return TestFolder.json("poolings.json").valueStream();
    }

    @Test
    void aTextWithoutTokensIsAZeroVector() {
        float[] pooled = Poolers.pool(new float[]{1, 2, 3, 4}, 0, 2, new long[]{0, 0}, 0, 2, 0,
                List.of(Pooling.values()));

        assertThat(pooled).hasSize(12).containsOnly(0);
    }

    private static TokenBatch batch(JsonNode mask) {
        int length = mask.get(0).size();
        long[] cells = mask.valueStream().flatMap(JsonNode::valueStream).mapToLong(JsonNode::longValue).toArray();
        return new TokenBatch(mask.size(), length, new long[cells.length], new long[cells.length], cells);
    }

    private static float[] flat(JsonNode nested) {
        List<Float> values = nested.valueStream()
                .flatMap(JsonNode::valueStream)
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::floatValue)
                .toList();
        float[] flat = new float[values.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = values.get(i);
        }
        return flat;
    }
}
