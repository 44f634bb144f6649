package org.matryoscope.question.rotation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.matryoscope.base.Progress;
import org.matryoscope.model.adapted.AdaptedCard;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Contender;
import org.matryoscope.question.MadeMap;
import org.matryoscope.question.RealSubjects;
import org.matryoscope.question.RotationChoice;
import org.matryoscope.question.Side;
import org.matryoscope.question.Unanswered;
import org.matryoscope.question.quality.QualityAnswer;
import org.matryoscope.question.quality.QualityCurve;
import org.matryoscope.question.quality.QualityMeasure;
import org.matryoscope.question.quality.QualityQuestion;
import org.matryoscope.rotation.RotationKind;
import org.matryoscope.study.RotatedVectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Vectors in shuffled order of the encyclopedia, whose queries are judged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RotationOfEncyclopediaTest {
    private Asking asking;
    private RotationAnswer answer;

    private static Asking asking(String corpus) {
        Contender shuffled = Contender.of(RealSubjects.of(Side.B, corpus, "where do the chemical elements come from"),
                RotationChoice.AS_IS, RotatedVectors.IN_MEMORY);
        return new Asking(List.of(shuffled), List.of(), true, Choices.INITIAL);
    }

    @BeforeAll
    void ask() {
        asking = asking("encyclopedia");
        answer = (RotationAnswer) new RotationQuestion().ask(asking, Progress.NONE);
    }

    @Test
    void thePcaOfAllTextsIsWhatQualityMeasures() {
        Asking pca = new Asking(List.of(asking.first().through(RotationChoice.of(RotationKind.PCA))), List.of(), true,
                Choices.INITIAL);
        QualityCurve quality = ((QualityAnswer) new QualityQuestion().ask(pca, Progress.NONE)).curves().getFirst();
        LearningCurve learned = answer.learned().getFirst();
        RotationCurve last = learned.curves().getLast();
        for (int d : new int[]{8, 32, 384}) {
            assertThat(last.mean(d)).isCloseTo(
                    quality.of(QualityMeasure.NDCG).mean()[Arrays.binarySearch(quality.prefixes(), d)], within(1e-9));
        }
        assertThat(learned.texts()).startsWith(16, 32).endsWith(800).isSorted();
    }

    @Test
    void moreTextsFitBetterAndBandsHoldTheMean() {
        LearningCurve learned = answer.learned().getFirst();
        for (int d : RotationQuestion.AT.offered().stream().mapToInt(Integer::intValue).toArray()) {
            var values = learned.at(d);
            assertThat(values.mean()[values.mean().length - 1]).isGreaterThan(values.mean()[0]);
            IntStream.range(0, values.mean().length)
                    .forEach(i -> assertThat(values.mean()[i]).isBetween(values.low()[i], values.high()[i]));
            int enough = learned.enough(d);
            assertThat(learned.texts()).contains(enough);
        }
    }

    @Test
    void findsThatThePcaMendsShuffledDimensions() {
        assertThat(answer.isBetter(answer.learned().getFirst(), 32)).isTrue();
        assertThat(answer.finding(Choices.INITIAL).text()).startsWith("B through its own PCA reaches 0.")
                .contains("NDCG@10 at d = 32 against 0.");
        assertThat(answer.finding(Choices.INITIAL).details())
                .contains("Rotations turn about the origin: centring would change full-size cosines.");
    }

    @Test
    void drawsTogetherWhatOtherQuestionsSay() {
        assertThat(answer.parts(Choices.INITIAL)).extracting(part -> part.question().name())
                .startsWith("rotation")
                .contains("quality", "levels", "stability", "energy", "fingerprint");
    }

    @Test
    void theAxesCanBeTakenAway() {
        MadeMap made = answer.made().orElseThrow();
        assertThat(made.map().kind()).isEqualTo(RotationKind.PCA);
        assertThat(made.map().fittedRows()).isEqualTo(800);
        assertThat(made.side()).isEqualTo(Side.B);
        AdaptedCard card = made.card().apply("mended");
        assertThat(card.columns()).containsExactly("NDCG@10, as it is", "NDCG@10, PCA");
        assertThat(card.rows()).extracting(AdaptedCard.Row::prefix).contains(8, 16, 32, 384);
        assertThat(card.test()).isEqualTo(60);
    }

    @Test
    void saysWhatItCannotAnswer() {
        assertThat(new RotationQuestion().ask(asking("lesson"), Progress.NONE)).isInstanceOf(Unanswered.class);
        Asking rotated = new Asking(List.of(asking.first().through(RotationChoice.of(RotationKind.RANDOM))), List.of(),
                true, Choices.INITIAL);
        assertThat(new RotationQuestion().ask(rotated, Progress.NONE)).isInstanceOf(Unanswered.class);
    }
}
