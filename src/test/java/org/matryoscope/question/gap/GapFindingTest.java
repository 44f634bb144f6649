package org.matryoscope.question.gap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.matryoscope.corpus.JudgedQuery;
import org.matryoscope.question.Finding;
import org.matryoscope.question.TestSubjects;

import static org.assertj.core.api.Assertions.assertThat;

/** What the finding says of made-up gaps. */
class GapFindingTest {
    @Test
    void theGapIsCalledPositiveOnlyWhereItIs() {
        assertThat(gap(true, .1, .2, .3).text())
                .isEqualTo("Related texts are nearer than unrelated ones at every prefix in A.");
        assertThat(gap(true, .1, .2, .3).inFull())
                .contains("The gap is positive at every d; it is smallest at d = 1 with 0.100");
        assertThat(gap(true, -.1, .2, .3).text()).contains("at 2 of 3 prefixes");
        assertThat(gap(true, -.1, .2, .3).inFull())
                .contains("The gap is positive at every d except d = 1, where it is −0.100");
        assertThat(gap(true, -.1, -.2, .3).inFull())
                .contains("The gap is not positive at every d: it fails at 2 of 3 prefixes");
        assertThat(gap(false, .1, .2, .3).inFull())
                .contains("No text is judged unrelated to this query, so all 2 that are not judged stand in");
    }

    @Test
    void itSaysHowManyOfAMillionStandIn() {
        assertThat(gap(false, 1_000_001, .1, .2).inFull())
                .contains("so 2 of the 1,000,000 that are not judged stand in, drawn evenly");
    }

    private static Finding gap(boolean explicit, double... gap) {
        return gap(explicit, 3, gap);
    }

    private static Finding gap(boolean explicit, int documents, double... gap) {
        double[] low = Arrays.stream(gap).map(value -> value - 0.15).toArray();
        GapCurve curve = new GapCurve(new int[]{0}, new int[]{1, 2}, gap, gap, gap, gap, gap, gap, gap, low, gap);
        RelatedTexts texts = new RelatedTexts(
                new JudgedQuery("q", "query", explicit ? Map.of(0, 1, 1, 0, 2, 0) : Map.of(0, 1)), documents);
        return GapFinding
                .of(new GapAnswer(TestSubjects.asking(TestSubjects.random(gap.length)), texts, List.of(curve), ""));
    }
}
