package org.matryoscope.app.view;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.matryoscope.app.state.Side;
import org.matryoscope.base.Numbers;
import org.matryoscope.study.FormatCurves;
import org.matryoscope.study.FormatCurves.FormatCurve;
import org.matryoscope.vector.NumberFormat;

import static org.assertj.core.api.Assertions.assertThat;

class FormatsSentenceTest {
    @Test
    void namesTheSmallestStorageAndWhatTheMeanIsOver() {
        assertThat(sentence(5, 0.5, 0.95, 0.5)).isEqualTo(
                "The smallest storage that keeps 90\u202f% of the first 10, there and at every larger d, is int8 at d = 2:"
                        + " 2\u202fB a text instead of 8\u202fB; at full size int8 keeps 95\u202f%, binary 50\u202f%."
                        + " Mean of 5 queries: the one asked and 4 of 1,000,000 texts, drawn evenly.");
    }

    @Test
    void saysWhenNothingSmallerWillDoAndWhenOneQueryIsAll() {
        assertThat(sentence(1, 0.5, 0.8, 0.5)).startsWith("No smaller storage keeps 90\u202f% of the first 10;")
                .endsWith("Measured on the query asked.");
    }

    @Test
    void bytesHaveThreeDigits() {
        assertThat(List.of(Numbers.bytes(0), Numbers.bytes(999), Numbers.bytes(1000), Numbers.bytes(1536),
                Numbers.bytes(99_960), Numbers.bytes(999_499), Numbers.bytes(3_072_000_000L)))
                .containsExactly("0\u202fB", "999\u202fB", "1.00\u202fkB", "1.54\u202fkB", "100\u202fkB", "999\u202fkB",
                        "3.07\u202fGB");
    }

    private static String sentence(int queries, double floatAtOne, double int8, double binary) {
        FormatCurves curves = new FormatCurves(10, 2, 1_000_000, queries,
                List.of(new FormatCurve(NumberFormat.FLOAT32, new double[]{1, 1}, new double[]{floatAtOne, 1}),
                        new FormatCurve(NumberFormat.INT8, new double[]{1, 1}, new double[]{0.4, int8}),
                        new FormatCurve(NumberFormat.BINARY, new double[]{1, 1}, new double[]{0.4, binary})));
        return FormatsSentence.of(
                new FormatsAnswer(new Sided<>(Map.of(Side.A, "m")), List.of(), new Sided<>(Map.of(Side.A, curves))));
    }
}
