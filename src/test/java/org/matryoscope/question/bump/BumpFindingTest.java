package org.matryoscope.question.bump;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.matryoscope.chart.Series;
import org.matryoscope.question.Finding;
import org.matryoscope.question.ShownDocument;
import org.matryoscope.question.ShownDocument.Judgement;
import org.matryoscope.question.TestSubjects;

import static org.assertj.core.api.Assertions.assertThat;

/** What the finding and the chart make of made-up ranks. */
class BumpFindingTest {
    private static final ShownDocument GOOD = new ShownDocument(0, "good text", Judgement.RELEVANT);
    private static final ShownDocument BAD = new ShownDocument(1, "bad text", Judgement.NOT_RELEVANT);

    @Test
    void saysHowLongTheLeaderLeads() {
        Finding finding = BumpFinding.of(answer(new int[]{1, 2, 4, 8}, new int[][]{{3, 1, 1, 1}, {1, 40, 2, 2}}));

        assertThat(finding.text()).isEqualTo("With a quarter of the dimensions A keeps 1 of its first 2.");
        assertThat(finding.details()).containsExactly(
                "“good text” is first at every prefix drawn from d = 2 on; with a quarter of the dimensions (2 of 8), 1 of the 2 leaders are still among the first 2, and “bad"
                        + " text” stands lowest of them, at rank 40.");
    }

    @Test
    void ranksBeyondTheWindowAreDrawnOnItsLastRowButReadTruly() {
        Series.Line line = (Series.Line) BumpChart.of(answer(new int[]{1, 2}, new int[][]{{3, 1}, {40, 2}}))
                .series()
                .toList()
                .get(1);

        assertThat(line.y()).containsExactly(3, 2);
        assertThat(line.values()).containsExactly(40, 2);
    }

    private static BumpAnswer answer(int[] prefixes, int[][] rank) {
        return new BumpAnswer(TestSubjects.asking(TestSubjects.random(prefixes[prefixes.length - 1])),
                List.of(new BumpRanks(prefixes, new int[]{0, 1}, rank)), List.of(List.of(GOOD, BAD)), "");
    }
}
