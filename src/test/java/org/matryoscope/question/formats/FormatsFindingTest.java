package org.matryoscope.question.formats;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.matryoscope.base.Numbers;
import org.matryoscope.question.Finding;
import org.matryoscope.question.TestSubjects;
import org.matryoscope.question.formats.FormatCurves.FormatCurve;
import org.matryoscope.vector.NumberFormat;

import static org.assertj.core.api.Assertions.assertThat;

class FormatsFindingTest {
    @Test
    void namesTheSmallestStorage() {
        assertThat(finding(0.5, 0.95, 0.5).text())
                .isEqualTo("Fewest bytes that keep 90\u202f% of the first 10: A int8 at d = 2, 2\u202fB.");
        assertThat(finding(0.5, 0.95, 0.5).details()).containsExactly(
                "The smallest storage that keeps 90\u202f% of the first 10, there and at every larger d, is int8 at d = 2:"
                        + " 2\u202fB a text instead of 8\u202fB; at full size int8 keeps 95\u202f%, binary 50\u202f%.");
    }

    @Test
    void saysWhenNothingSmallerWillDo() {
        assertThat(finding(0.5, 0.8, 0.5).inFull()).contains("No smaller storage keeps 90\u202f% of the first 10;");
    }

    @Test
    void bytesHaveThreeDigits() {
        assertThat(List.of(Numbers.bytes(0), Numbers.bytes(999), Numbers.bytes(1000), Numbers.bytes(1536),
                Numbers.bytes(99_960), Numbers.bytes(999_499), Numbers.bytes(3_072_000_000L)))
                .containsExactly("0\u202fB", "999\u202fB", "1.00\u202fkB", "1.54\u202fkB", "100\u202fkB", "999\u202fkB",
                        "3.07\u202fGB");
    }

    private static Finding finding(double floatAtOne, double int8, double binary) {
        FormatCurves curves = new FormatCurves(10, 2, 1_000_000, 5, List.of(curve(NumberFormat.FLOAT32, floatAtOne, 1),
                curve(NumberFormat.INT8, 0.4, int8), curve(NumberFormat.BINARY, 0.4, binary)));
        return FormatsFinding.of(new FormatsAnswer(TestSubjects.asking(TestSubjects.random(2)), List.of(curves), ""));
    }

    private static FormatCurve curve(NumberFormat format, double... full) {
        return new FormatCurve(format, new double[]{1, 1}, full, full, full);
    }
}
