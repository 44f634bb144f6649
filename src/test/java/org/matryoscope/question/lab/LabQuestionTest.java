package org.matryoscope.question.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.Document;
import org.matryoscope.corpus.JudgedQuery;
import org.matryoscope.corpus.ScoredPair;
import org.matryoscope.corpus.vectors.VectorChoice;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Contender;
import org.matryoscope.question.Reply;
import org.matryoscope.question.RotationChoice;
import org.matryoscope.question.Side;
import org.matryoscope.question.TestSubjects;
import org.matryoscope.question.Unanswered;
import org.matryoscope.rotation.Rotation;
import org.matryoscope.rotation.RotationKind;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.ImportRequest;
import org.matryoscope.study.RotatedVectors;
import org.matryoscope.study.VectorOrigin;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.VectorStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** From vectors whose label stands in their last dimensions, beneath stronger ones that tell nothing. */
class LabQuestionTest {
    private static final int DIMENSION = 32;
    private static final int LABELS = 12;
    private static final int DOCUMENTS = 600;
    private static final Choices SHORT = Choices.INITIAL.with(LabQuestion.STEPS, 100);

    private static Asking asking(int documents, Choices choices) {
        SplittableRandom random = new SplittableRandom(3);
        float[][] rows = new float[documents][DIMENSION];
        List<Document> texts = new ArrayList<>();
        for (int row = 0; row < documents; row++) {
            for (int i = 0; i < DIMENSION; i++) {
                rows[row][i] = (float) (random.nextGaussian() * (i < DIMENSION / 2 ? 1.5 : 0.3));
            }
            rows[row][DIMENSION - 1 - row % LABELS] += 3;
            texts.add(new Document(Integer.toString(row), "text " + row, List.of("label " + row % LABELS)));
        }
        List<JudgedQuery> queries = IntStream.range(0, Math.min(40, documents / 2))
                .mapToObj(q -> new JudgedQuery("q" + q, "text 0", Map.of(q, 2, q + LABELS, 1)))
                .toList();
        List<ScoredPair> pairs = IntStream.range(0, documents - LABELS)
                .mapToObj(row -> new ScoredPair(row, row + (row % 2 == 0 ? LABELS : 1), row % 2 == 0 ? 5 : 0))
                .toList();
        Corpus corpus = new Corpus("planted", "", List.of("kind"), texts, queries, pairs);
        ImportRequest request = new ImportRequest(Path.of("planted.npy"),
                new VectorChoice("vectors", null, null, List.of(), null), NumberFormat.FLOAT32);
        EmbeddedCorpus embedded = new EmbeddedCorpus(new VectorOrigin.Imported(request, DIMENSION, null), corpus,
                VectorStore.of(rows), new int[0]);
        Contender own = Contender.of(TestSubjects.of(Side.A, embedded, "text 0", rows[0]), RotationChoice.AS_IS,
                RotatedVectors.IN_MEMORY);
        return new Asking(List.of(own), List.of(), true, choices);
    }

    private static LabAnswer ask(Choices choices) {
        return (LabAnswer) new LabQuestion().ask(asking(DOCUMENTS, choices), Progress.NONE);
    }

    @Test
    void labelsMoveToTheFrontWhereThePcaLeavesThem() {
        LabAnswer answer = ask(Choices.INITIAL);
        assertThat(answer.learn()).isEqualTo(Learn.LABELS);
        Compared accuracy = answer.compared().getFirst();
        assertThat(accuracy.name()).isEqualTo("accuracy of kind");
        assertThat(accuracy.abovePca().low()[accuracy.at(8)]).isPositive();
        assertThat(accuracy.notAbovePca()).doesNotContain(8, 16);
        assertThat(answer.finding(SHORT).text()).startsWith("A adapter: accuracy of kind ");
        assertThat(answer.energy()).hasSize(4).allSatisfy(shares -> {
            assertThat(shares[DIMENSION - 1]).isCloseTo(1, within(1e-6));
            assertThat(shares).isSorted();
        });
    }

    @Test
    void partsAreKeptApart() {
        LabAnswer answer = ask(SHORT);
        Dealt dealt = answer.dealt();
        assertThat(dealt.training() + dealt.validation() + dealt.test()).isEqualTo(DOCUMENTS);
        assertThat(answer.map().fittedRows()).isEqualTo(dealt.training());
        Parts parts = Parts.of(IntStream.range(0, DOCUMENTS).toArray(), 1);
        assertThat(IntStream.of(parts.training())).doesNotContainAnyElementsOf(
                IntStream.concat(IntStream.of(parts.validation()), IntStream.of(parts.test())).boxed().toList());
        assertThat(answer.compared().getFirst().texts()).isEqualTo(dealt.test());
    }

    @ParameterizedTest
    @EnumSource
    void learnsFromWhatIsChosen(Learn learn) {
        LabAnswer answer = ask(SHORT.with(LabQuestion.LEARN, learn).with(LabQuestion.STEPS, 20));
        assertThat(answer.learn()).isEqualTo(learn == Learn.ANY ? Learn.LABELS : learn);
        assertThat(answer.compared()).hasSize(2).allSatisfy(each -> {
            assertThat(each.values()).hasSize(4);
            assertThat(each.full(LabAnswer.PCA)).as("a PCA keeps full-size cosines")
                    .isCloseTo(each.full(LabAnswer.AS_IS), within(0.02));
        });
    }

    @Test
    void asIsAtFullSizeAgreesWithItself() {
        Compared overlap = ask(SHORT).compared().getLast();
        assertThat(overlap.name()).isEqualTo("overlap@10");
        assertThat(overlap.full(LabAnswer.AS_IS)).isEqualTo(1);
        assertThat(overlap.full(LabAnswer.TRAINED)).isLessThan(1);
    }

    @Test
    void oneSeedGivesOneMap() {
        Rotation first = ask(SHORT).map();
        assertThat(ask(SHORT).map()).isEqualTo(first);
        assertThat(ask(SHORT.with(LabQuestion.SEED, 2)).map()).isNotEqualTo(first);
    }

    @Test
    void showsWhatIsHeldOutOnTheWay() {
        List<LabAnswer> seen = new ArrayList<>();
        new LabQuestion().ask(asking(DOCUMENTS, SHORT), Progress.NONE, reply -> seen.add((LabAnswer) reply));
        assertThat(seen).isNotEmpty().noneMatch(LabAnswer::finished);
        LabAnswer first = seen.getFirst();
        assertThat(first.state().steps()).isEqualTo(1);
        assertThat(first.compared().getFirst().texts()).isEqualTo(first.dealt().validation());
        for (LabView view : LabView.values()) {
            Choices choices = SHORT.with(LabQuestion.VIEW, view);
            assertThat(first.chart(choices).summary()).startsWith("Step 1 of 100: A adapter reaches ");
        }
    }

    @Test
    void aReaderChangesWeightsAndLetsItWait() {
        AtomicInteger looked = new AtomicInteger();
        Asking still = asking(DOCUMENTS, SHORT);
        List<Double> onlyAll = List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0);
        Asking live = new Asking(still.contenders(), List.of(), true, SHORT, () -> {
            int time = looked.getAndIncrement();
            return SHORT.with(LabQuestion.PAUSED, time < 20).with(LabQuestion.WEIGHTS, onlyAll);
        });
        LabAnswer answer = (LabAnswer) new LabQuestion().ask(live, Progress.NONE);
        assertThat(answer.state().steps()).as("it goes on after the pause").isEqualTo(100);
        assertThat(answer.map()).isNotEqualTo(ask(SHORT).map());
        Choices fixed = SHORT.with(LabQuestion.WEIGHTS, onlyAll);
        assertThat(answer.map()).as("a pause changes nothing").isEqualTo(ask(fixed).map());
    }

    @Test
    void weightsGoByThePrefixesLength() {
        List<Double> weights = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0);
        assertThat(LabWeights.of(new int[]{4, 8, 20, 256, 300, 384}, 384, weights).weights()).containsExactly(1, 1, 2,
                6, 6, 7);
        assertThat(LabWeights.of(new int[]{8, 32}, 32, List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)).weights())
                .containsExactly(1, 1);
        assertThat(LabQuestion.WEIGHTS.parse(LabQuestion.WEIGHTS.write(weights))).isEqualTo(weights);
        assertThatThrownBy(() -> LabQuestion.WEIGHTS.parse("1,2")).hasMessageContaining("write 7 weights");
    }

    @Test
    void stopsWhereTheHeldOutLossDoesNotFall() {
        LabAnswer answer = ask(Choices.INITIAL.with(LabQuestion.STEPS, 5000).with(LabQuestion.LEARN, Learn.QUERIES));
        assertThat(answer.state().early()).isTrue();
        assertThat(answer.state().best()).isLessThan(answer.state().steps());
    }

    @Test
    void itIsCancelled() {
        assertThatThrownBy(() -> new LabQuestion().ask(asking(DOCUMENTS, SHORT), (done, total) -> {
            if (done > total / 2) {
                throw new CancellationException();
            }
        })).isInstanceOf(CancellationException.class);
    }

    @Test
    void saysWhatIsMissing() {
        Reply few = new LabQuestion().ask(asking(30, SHORT), Progress.NONE);
        assertThat(few).isInstanceOfSatisfying(Unanswered.class,
                none -> assertThat(none.what()).contains("too few texts to learn from: 30"));
        Asking rotated = new Asking(
                List.of(asking(DOCUMENTS, SHORT).first().through(RotationChoice.of(RotationKind.RANDOM))), List.of(),
                true, SHORT);
        assertThat(new LabQuestion().ask(rotated, Progress.NONE)).isInstanceOf(Unanswered.class);
    }

    @Test
    void aPcaIsMeasuredWithoutTraining() {
        LabAnswer answer = (LabAnswer) LabQuestion.measurePca(asking(DOCUMENTS, SHORT), Progress.NONE);
        assertThat(answer.map().kind()).isEqualTo(RotationKind.PCA);
        assertThat(answer.compared().getFirst().abovePca().mean()).containsOnly(0);
    }
}
