package org.matryoscope.app.view;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.matryoscope.app.state.Side;
import org.matryoscope.app.view.ShownDocument.Judgement;
import org.matryoscope.corpus.JudgedQuery;
import org.matryoscope.study.BumpRanks;
import org.matryoscope.study.EnergyProfile;
import org.matryoscope.study.EnergyProfile.LevelVariance;
import org.matryoscope.study.GapCurve;
import org.matryoscope.study.ScoreCurves;
import org.matryoscope.study.StabilityCurve;

import static org.assertj.core.api.Assertions.assertThat;

/** What the sentences under the charts say about made-up data, also where it disagrees with the usual claim. */
class SentencesTest {
    private static final ShownDocument GOOD = new ShownDocument(0, "good text", Judgement.RELEVANT);
    private static final ShownDocument BAD = new ShownDocument(1, "bad text", Judgement.NOT_RELEVANT);

    @Test
    void scoresNameTheLastPrefixAtWhichRelevanceFails() {
        assertThat(scores(new float[][]{{.1f, .2f, .5f, .6f}, {.3f, .2f, .1f, 0}})).contains(
                "relevant texts score above the others from d = 3 on; at d = 2 “bad text” (not relevant, 0.200) is not below"
                        + " “good text” (relevant, 0.200)");
        assertThat(scores(new float[][]{{.5f, .5f, .5f, .6f}, {.3f, .2f, .1f, 0}}))
                .startsWith("Every relevant text scores above every other one at all 4 prefixes");
        assertThat(scores(new float[][]{{.5f, .5f, .5f, .1f}, {.3f, .2f, .1f, .2f}}))
                .startsWith("Even at full size “bad text”")
                .contains("no prefix is to blame");
    }

    @Test
    void scoresWithoutNormSayWhatGoesWrong() {
        float[][] cosine = {{1, .9f, .8f, .8f, .8f, .8f, .8f, .8f}, {.9f, .8f, .7f, .7f, .7f, .7f, .7f, .7f}};
        float[][] dot = {{.1f, .2f, .3f, .4f, .5f, .6f, .7f, .8f}, {.3f, .1f, .2f, .3f, .4f, .5f, .6f, .7f}};
        String sentence = ScoreSentence.of(new ScoreAnswer(List.of(GOOD, BAD), sided("m"), List.of(),
                sided(new ScoreCurves(new int[]{0, 1}, false, dot)),
                sided(new ScoreCurves(new int[]{0, 1}, true, cosine))));

        assertThat(sentence)
                .contains("with an eighth of the dimensions (1) “good text” scores 0.100, though its cosine is 1.000")
                .contains("At 1 of 8 prefixes these texts stand in another order than by cosine");
    }

    private static String scores(float[][] score) {
        ScoreCurves curves = new ScoreCurves(new int[]{0, 1}, true, score);
        return ScoreSentence
                .of(new ScoreAnswer(List.of(GOOD, BAD), sided("m"), List.of(), sided(curves), sided(curves)));
    }

    @Test
    void energyIsCalledByItsSpreadAndNeverInformation() {
        double[] flat = new double[16];
        Arrays.fill(flat, 1 / 16.0);
        double[] front = new double[16];
        front[0] = 0.7;
        Arrays.fill(front, 1, 16, 0.02);

        assertThat(EnergySentence.cumulative(energy(flat))).contains("holds 12.5").contains("close to evenly spread");
        assertThat(EnergySentence.cumulative(energy(front))).contains("holds 72").contains("front-loaded");
        assertThat(EnergySentence.perDimension(energy(front))).contains("dimension 1 is the largest")
                .contains("Energy is not information");
    }

    @Test
    void levelsSayWhenThereIsNoCoarseToFine() {
        double[] coarseFirst = {8, 4, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        double[] even = new double[16];
        Arrays.fill(even, 2);

        assertThat(LevelSentence.of(levels(coarseFirst, even))).contains("coarse labels do weigh more in front");
        assertThat(LevelSentence.of(levels(even, even))).contains("no order from coarse to fine is seen here")
                .contains("3 estimated components were below 0");
        assertThat(LevelSentence.of(levels(even, coarseFirst))).contains("the opposite of coarse to fine");
    }

    private static EnergyAnswer energy(double[] perDimension) {
        double[] cumulative = perDimension.clone();
        Arrays.parallelPrefix(cumulative, Double::sum);
        return new EnergyAnswer(sided("m"), List.of(), sided(
                new EnergyProfile(perDimension, new double[16], perDimension, cumulative, 5, 6, 3, 3, List.of(), 0)));
    }

    private static EnergyAnswer levels(double[] field, double[] rest) {
        return new EnergyAnswer(sided("m"), List.of(), sided(new EnergyProfile(field, field, field, field, 5, 6, 3, 3,
                List.of(new LevelVariance("field", field, field), new LevelVariance("residual", rest, rest)), 3)));
    }

    @Test
    void stabilityNamesTheSmallestStablePrefixAndIsNotCalledQuality() {
        StabilityCurve curve = new StabilityCurve(10, new int[]{1, 2, 3, 4}, new double[]{.9, .5, .9, 1}, new double[4],
                new double[]{-.1, 0, .5, 1}, new double[4], 9, 9);
        String sentence = StabilitySentence.of(new StabilityAnswer(sided("m"), List.of(), sided(curve)), 0.9);

        assertThat(sentence).startsWith("From d = 3 of 4 on")
                .contains("τ or ρ is below 0")
                .contains("Agreement with full is not quality")
                .doesNotContainIgnoringCase("accura");
        assertThat(StabilitySentence.of(new StabilityAnswer(sided("m"), List.of(), sided(curve)), 0.95))
                .startsWith("No prefix below the full 4");
    }

    @Test
    void samplesAreStated() {
        double[] one = {1};
        StabilityCurve curve = new StabilityCurve(10, new int[]{1}, one, one, one, one, 20_000, 1_000_000);
        assertThat(StabilitySentence.of(new StabilityAnswer(sided("m"), List.of(), sided(curve)), 0.9))
                .contains("Kendall's τ over 20,000 of 1,000,000 texts");
        EnergyProfile profile = new EnergyProfile(one, one, one, one, 1, 1, 20_000, 1_000_000, List.of(), 0);
        assertThat(EnergySentence.cumulative(new EnergyAnswer(sided("m"), List.of(), sided(profile))))
                .contains("effective rank 1.0 of 1 (from 20,000 of 1,000,000 texts)");
    }

    @Test
    void bumpSaysHowLongTheLeaderLeads() {
        BumpRanks ranks = new BumpRanks(new int[]{1, 2, 4, 8}, new int[]{5, 6},
                new int[][]{{3, 1, 1, 1}, {1, 40, 2, 2}});

        assertThat(BumpSentence.of(ranks, List.of(GOOD, BAD))).isEqualTo(
                "“good text” is first at every prefix drawn from d = 2 on; with a quarter of the dimensions (2 of 8), 1 of the 2 leaders are still among the first 2, and “bad"
                        + " text” stands lowest of them, at rank 40.");
    }

    @Test
    void bumpDrawsRanksBeyondTheWindowOnItsLastRowButReadsThemTruly() {
        BumpRanks ranks = new BumpRanks(new int[]{1, 2}, new int[]{5, 6}, new int[][]{{3, 1}, {40, 2}});
        var line = (org.matryoscope.chart.Series.Line) BumpChart.of("", ranks, List.of(GOOD, BAD), List.of(), 2)
                .series()
                .get(1);

        assertThat(line.y()).containsExactly(3, 2);
        assertThat(line.values()).containsExactly(40, 2);
    }

    @Test
    void theGapIsCalledPositiveOnlyWhereItIs() {
        assertThat(gap(true, .1, .2, .3))
                .startsWith("The gap is positive at every d; it is smallest at d = 1 with 0.100");
        assertThat(gap(true, -.1, .2, .3))
                .startsWith("The gap is positive at every d except d = 1, where it is −0.100");
        assertThat(gap(true, -.1, -.2, .3))
                .startsWith("The gap is not positive at every d: it fails at 2 of 3 prefixes");
        assertThat(gap(false, .1, .2, .3))
                .contains("No text is judged unrelated to this query, so all 2 that are not" + " judged stand in");
    }

    @Test
    void theGapSaysHowManyOfAMillionStandIn() {
        assertThat(gap(1_000_001, .1, .2)).contains("so 2 of the 1,000,000 that are not judged stand in, drawn evenly");
    }

    private static String gap(boolean explicit, double... gap) {
        return gap(explicit, 3, gap);
    }

    private static String gap(int documents, double... gap) {
        return gap(false, documents, gap);
    }

    private static String gap(boolean explicit, int documents, double... gap) {
        double[] low = Arrays.stream(gap).map(value -> value - 0.15).toArray();
        GapCurve curve = new GapCurve(new int[]{0}, new int[]{1, 2}, gap, gap, gap, gap, gap, gap, gap, low, gap);
        GapQuestion question = new GapQuestion(
                new JudgedQuery("q", "query", explicit ? Map.of(0, 1, 1, 0, 2, 0) : Map.of(0, 1)), documents);
        return GapSentence.of(new GapAnswer(question, sided("m"), List.of(), sided(curve)));
    }

    @Test
    void laddersAreThePowersOfTwoAndTheEnd() {
        assertThat(Prefixes.powersOfTwo(384)).containsExactly(8, 16, 32, 64, 128, 256, 384);
        assertThat(Prefixes.powersOfTwo(4)).containsExactly(4);
        assertThat(Prefixes.atEqualRatios(384, 40)).startsWith(1).endsWith(384).isSorted().doesNotHaveDuplicates();
        assertThat(Prefixes.all(3)).isEqualTo(IntStream.rangeClosed(1, 3).toArray());
    }

    private static <T> Sided<T> sided(T answer) {
        return new Sided<>(Map.of(Side.A, answer));
    }
}
