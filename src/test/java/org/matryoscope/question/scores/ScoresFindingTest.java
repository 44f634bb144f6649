package org.matryoscope.question.scores;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.matryoscope.question.Asking;
import org.matryoscope.question.Finding;
import org.matryoscope.question.ShownDocument;
import org.matryoscope.question.ShownDocument.Judgement;
import org.matryoscope.question.TestSubjects;

import static org.assertj.core.api.Assertions.assertThat;

/** What the finding says of made-up scores, also where they disagree with the usual claim. */
class ScoresFindingTest {
    private static final ShownDocument GOOD = new ShownDocument(0, "good text", Judgement.RELEVANT);
    private static final ShownDocument BAD = new ShownDocument(1, "bad text", Judgement.NOT_RELEVANT);

    @Test
    void namesTheLastPrefixAtWhichRelevanceFails() {
        Finding crossing = scores(new float[][]{{.1f, .2f, .5f, .6f}, {.3f, .2f, .1f, 0}});
        assertThat(crossing.text()).isEqualTo("Relevant texts stay above the others: A from d = 3 on.");
        assertThat(crossing.inFull()).contains(
                "relevant texts score above the others from d = 3 on; at d = 2 “bad text” (not relevant, 0.200) is not below"
                        + " “good text” (relevant, 0.200)");
        assertThat(scores(new float[][]{{.5f, .5f, .5f, .6f}, {.3f, .2f, .1f, 0}}).inFull())
                .contains("Every relevant text scores above every other one at all 4 prefixes");
        Finding never = scores(new float[][]{{.5f, .5f, .5f, .1f}, {.3f, .2f, .1f, .2f}});
        assertThat(never.text()).endsWith("A at no prefix, not even the full.");
        assertThat(never.inFull()).contains("Even at full size “bad text”").contains("no prefix is to blame");
    }

    @Test
    void withoutNormItSaysWhatGoesWrong() {
        float[][] cosine = {{1, .9f, .8f, .8f, .8f, .8f, .8f, .8f}, {.9f, .8f, .7f, .7f, .7f, .7f, .7f, .7f}};
        float[][] dot = {{.1f, .2f, .3f, .4f, .5f, .6f, .7f, .8f}, {.3f, .1f, .2f, .3f, .4f, .5f, .6f, .7f}};
        Asking asked = TestSubjects.asking(TestSubjects.random(8));
        Asking asking = new Asking(asked.contenders(), List.of(), false, asked.choices());
        Finding finding = ScoresFinding.of(new ScoresAnswer(asking, List.of(GOOD, BAD),
                List.of(new ContenderScores(new ScoreCurves(new int[]{0, 1}, false, dot),
                        new ScoreCurves(new int[]{0, 1}, true, cosine), List.of())),
                ""));
        assertThat(finding.text())
                .isEqualTo("Without re-normalising, A orders these texts otherwise than by cosine at 1 of 8 prefixes.");
        assertThat(finding.inFull())
                .contains("with an eighth of the dimensions (1) “good text” scores 0.100, though its cosine is 1.000");
    }

    private static Finding scores(float[][] score) {
        ScoreCurves curves = new ScoreCurves(new int[]{0, 1}, true, score);
        return ScoresFinding.of(new ScoresAnswer(TestSubjects.asking(TestSubjects.random(4)), List.of(GOOD, BAD),
                List.of(new ContenderScores(curves, curves, List.of())), ""));
    }
}
