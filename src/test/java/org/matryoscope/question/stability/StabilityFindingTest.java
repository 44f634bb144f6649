package org.matryoscope.question.stability;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.matryoscope.metric.MeanCurve;
import org.matryoscope.question.Finding;
import org.matryoscope.question.TestSubjects;

import static org.assertj.core.api.Assertions.assertThat;

/** What the finding says of made-up agreement. */
class StabilityFindingTest {
    @Test
    void namesTheSmallestStablePrefixAndIsNotCalledQuality() {
        StabilityAnswer answer = answer(new int[]{1, 2, 3, 4}, new double[]{.9, .5, .9, 1}, new double[]{-.1, 0, .5, 1},
                9, 9);
        Finding finding = StabilityFinding.of(answer, 0.9);

        assertThat(finding.text()).isEqualTo("A keeps 90\u202f% of its first 10 from 3 of 4 dimensions on.");
        assertThat(finding.inFull()).contains("From d = 3 of 4 on")
                .contains("τ or ρ is below 0")
                .contains("Agreement with full is not quality")
                .doesNotContainIgnoringCase("accura");
        assertThat(StabilityFinding.of(answer, 0.95).text())
                .isEqualTo("A keeps 95\u202f% of its first 10 only at full size.");
    }

    @Test
    void samplesAreStated() {
        assertThat(StabilityFinding.of(answer(new int[]{1}, new double[]{1}, new double[]{1}, 20_000, 1_000_000), 0.9)
                .inFull()).contains("Kendall's τ over 20,000 of 1,000,000 texts");
    }

    private static StabilityAnswer answer(int[] prefixes, double[] overlap, double[] tau, int correlated,
            int documents) {
        MeanCurve none = MeanCurve.of(new double[][]{new double[prefixes.length]}, 1);
        StabilityCurve curve = new StabilityCurve(10, prefixes,
                Map.of(Measure.OVERLAP, MeanCurve.of(new double[][]{overlap}, 1), Measure.RBO, none, Measure.KENDALL,
                        MeanCurve.of(new double[][]{tau}, 1), Measure.SPEARMAN, none),
                new double[][]{overlap}, correlated, documents);
        return new StabilityAnswer(TestSubjects.asking(TestSubjects.random(prefixes.length)), List.of(curve), "");
    }
}
