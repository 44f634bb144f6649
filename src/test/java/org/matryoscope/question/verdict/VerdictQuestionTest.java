package org.matryoscope.question.verdict;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.Document;
import org.matryoscope.corpus.vectors.VectorChoice;
import org.matryoscope.metric.MeanCurve;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Contender;
import org.matryoscope.question.RotationChoice;
import org.matryoscope.question.Side;
import org.matryoscope.question.TestSubjects;
import org.matryoscope.rotation.RotationKind;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.ImportRequest;
import org.matryoscope.study.RotatedVectors;
import org.matryoscope.study.VectorOrigin;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.VectorStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** From vectors made so that the right verdict is known: all that tells them apart stands in the first 64 of 512 dimensions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerdictQuestionTest {
    private static final int SIGNAL = 64;
    private static final int DIMENSION = 512;
    private static final int DOCUMENTS = 1500;

    private VerdictAnswer answer;

    @BeforeAll
    void ask() {
        Corpus corpus = new Corpus("planted", "", List.of(),
                IntStream.range(0, DOCUMENTS)
                        .mapToObj(row -> new Document(Integer.toString(row), "text " + row, List.of()))
                        .toList(),
                List.of());
        ImportRequest request = new ImportRequest(Path.of("planted.npy"),
                new VectorChoice("vectors", null, null, List.of(), null), NumberFormat.FLOAT32);
        float[][] rows = planted();
        EmbeddedCorpus texts = new EmbeddedCorpus(new VectorOrigin.Imported(request, DIMENSION, null), corpus,
                VectorStore.of(rows), new int[0]);
        var subject = TestSubjects.of(Side.A, texts, "text 0", rows[0]);
        Contender planted = Contender.of(subject, RotationChoice.AS_IS, RotatedVectors.IN_MEMORY);
        Contender shuffled = planted.through(RotationChoice.of(RotationKind.SHUFFLED));
        answer = (VerdictAnswer) new VerdictQuestion()
                .ask(new Asking(List.of(planted, shuffled), List.of(), true, Choices.INITIAL), Progress.NONE);
    }

    private static float[][] planted() {
        SplittableRandom random = new SplittableRandom(5);
        float[][] rows = new float[DOCUMENTS][DIMENSION];
        for (float[] row : rows) {
            for (int i = 0; i < DIMENSION; i++) {
                row[i] = (float) (random.nextGaussian() * (i < SIGNAL ? 1 : 1e-3));
            }
        }
        return rows;
    }

    @Test
    void findsThePlantedDimensions() {
        assertThat(answer.agreement().getFirst().smallest(0.95).d()).isEqualTo(SIGNAL);
        assertThat(answer.recommendation(Choices.INITIAL).orElseThrow().stored().d()).isEqualTo(SIGNAL);
        assertThat(answer.recommendation(Choices.INITIAL).orElseThrow().stored().format()).isEqualTo(NumberFormat.INT8);
        assertThat(answer.finding(Choices.INITIAL).text()).startsWith("Store A as int8 at d = 64:");
    }

    @Test
    void saysWhatIsKeptUntilTheRestIsKnown() {
        VerdictAnswer soFar = new VerdictAnswer(answer.asking(), answer.measured(), answer.agreement(), null, null,
                null, null, null, "");
        assertThat(soFar.finding(Choices.INITIAL).text())
                .startsWith("A keeps 95\u202f% of its overlap@10 from 64 of 512 dimensions on; A shuffled from ");
        assertThat(soFar.parts(Choices.INITIAL)).hasSize(1);
        assertThat(soFar.recommendation(Choices.INITIAL)).isEmpty();
    }

    @Test
    void findsTheStepThatTheyLeave() {
        assertThat(answer.trainedAtPrefixes(0)).contains(SIGNAL);
        assertThat(answer.trainedAtPrefixes(1)).isEmpty();
    }

    @Test
    void needsNearlyAllDimensionsOfShuffledOnes() {
        assertThat(answer.agreement().get(1).smallest(0.95).d()).isGreaterThan(400);
    }

    @Test
    void findsThemAgainByAPca() {
        int pca = answer.pcaOf(0).orElseThrow();
        assertThat(answer.agreement().get(pca).smallest(0.95).d()).isCloseTo(SIGNAL, within(2));
    }

    @Test
    void theIntervalHoldsThePrefix() {
        for (KeptMeasure measure : answer.agreement()) {
            for (double share : VerdictAnswer.SHARES) {
                KeptMeasure.Smallest smallest = measure.smallest(share);
                assertThat(smallest.d()).isBetween(smallest.low(), smallest.high());
            }
        }
    }

    @Test
    void saysHowManyMoreQueriesAWideIntervalNeeds() {
        KeptMeasure wide = new KeptMeasure("overlap@10", new int[]{1, 2, 4, 8},
                new MeanCurve(new double[]{0, 1, 1, 1}, new double[]{0, 0.5, 0.5, 1}, new double[]{1, 1, 1, 1}), 30);
        List<KeptMeasure> all = new ArrayList<>(answer.agreement());
        all.set(0, wide);
        VerdictAnswer thin = new VerdictAnswer(answer.asking(), answer.measured(), all, null, null, null,
                answer.storage(), answer.stages(), "");
        assertThat(thin.finding(Choices.INITIAL).details())
                .contains("30 queries leave A open between 1 and 8; about 120 would halve that.");
    }
}
