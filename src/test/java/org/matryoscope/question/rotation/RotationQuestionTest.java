package org.matryoscope.question.rotation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.Test;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.Document;
import org.matryoscope.corpus.vectors.VectorChoice;
import org.matryoscope.metric.Fixtures;
import org.matryoscope.metric.MeanCurve;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Contender;
import org.matryoscope.question.Finding;
import org.matryoscope.question.Lens;
import org.matryoscope.question.RealSubjects;
import org.matryoscope.question.RotationChoice;
import org.matryoscope.question.Side;
import org.matryoscope.question.TestSubjects;
import org.matryoscope.question.Unanswered;
import org.matryoscope.question.quality.QualityAnswer;
import org.matryoscope.question.quality.QualityCurve;
import org.matryoscope.question.quality.QualityMeasure;
import org.matryoscope.question.quality.QualityQuestion;
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

class RotationQuestionTest {
    private static final int DIMENSION = 24;

    @Test
    void theLastPointIsWhatQualityMeasuresOfThePca() {
        Contender own = Contender.of(
                RealSubjects.of(Side.A, "encyclopedia", "where do the chemical elements come from"),
                RotationChoice.AS_IS, RotatedVectors.IN_MEMORY);
        RotationAnswer answer = ask(own, Choices.INITIAL);
        Contender pca = own.through(RotationChoice.of(RotationKind.PCA));
        QualityCurve quality = ((QualityAnswer) new QualityQuestion().ask(asking(Choices.INITIAL, own, pca),
                Progress.NONE)).curves().getLast();
        LearningCurve learned = answer.learned().getFirst();
        for (int d : new int[]{16, 32, 64}) {
            MeanCurve at = learned.at(d);
            double expected = quality.of(QualityMeasure.NDCG).mean()[Arrays.binarySearch(quality.prefixes(), d)];
            assertThat(at.mean()[at.mean().length - 1]).isCloseTo(expected, within(1e-12));
            assertThat(at.mean()[at.mean().length - 1]).as("more texts fit better").isGreaterThan(at.mean()[0]);
            for (int i = 0; i < at.mean().length; i++) {
                assertThat(at.mean()[i]).isBetween(at.low()[i], at.high()[i]);
            }
        }
        assertThat(learned.texts()).containsExactly(16, 32, 64, 128, 256, 512, 800);
        assertThat(answer.measuredOn()).contains("60 judged queries", "fitted on all 800 documents");
        assertThat(answer.parts(Choices.INITIAL)).extracting(part -> part.question().name())
                .containsExactly("rotation", "quality", "levels", "stability", "energy", "fingerprint");
    }

    @Test
    void accuracyThroughAPcaOfFewTextsEqualsNumpys() {
        Contender pca = labelled().through(RotationChoice.of(RotationKind.PCA));
        MainMeasure measure = MainMeasure.of(pca.subject().texts().corpus());
        for (int texts : new int[]{32, 120}) {
            List<NamedCsvRecord> records = Fixtures.read("/metric/rotations.csv")
                    .stream()
                    .filter(each -> each.getField("texts").equals(Integer.toString(texts)))
                    .toList();
            int[] prefixes = records.stream().mapToInt(each -> Integer.parseInt(each.getField("d"))).toArray();
            Lens.Seen seen = pca.lens().fittedOn(IntStream.range(0, texts).toArray(), false, Progress.NONE);
            try (VectorStore store = seen.store()) {
                double[][] right = measure.of(pca.subject(), seen, IntStream.range(0, store.rows()).toArray(), prefixes,
                        Progress.NONE);
                double[] expected = records.stream()
                        .mapToDouble(each -> Double.parseDouble(each.getField("accuracy")))
                        .toArray();
                assertThat(MeanCurve.of(right, 1).mean()).containsExactly(expected, within(1e-12));
            }
        }
    }

    @Test
    void fitsOnOneHalfAndMeasuresTheOtherUnlessAllIsChosen() {
        RotationAnswer half = ask(labelled(), Choices.INITIAL);
        LearningCurve learned = half.learned().getFirst();
        int fitted = learned.texts()[learned.texts().length - 1];
        assertThat(fitted + half.curves().getFirst().perQuery().length).isEqualTo(120);
        assertThat(half.finding(Choices.INITIAL).details()).noneMatch(each -> each.startsWith("The texts measured"));

        Choices corpus = Choices.INITIAL.with(RotationQuestion.FIT, FitOn.CORPUS);
        RotationAnswer all = ask(labelled(), corpus);
        assertThat(all.learned().getFirst().texts()).containsExactly(16, 32, 64, 120);
        assertThat(all.finding(corpus).details()).contains("The texts measured are those that PCA was fitted on.");
    }

    @Test
    void isTheSameEachTime() {
        assertThat(ask(labelled(), Choices.INITIAL).learned().getFirst().at(16).mean())
                .isEqualTo(ask(labelled(), Choices.INITIAL).learned().getFirst().at(16).mean());
    }

    @Test
    void vectorsAloneAreMeasuredByAgreement() {
        RotationAnswer answer = ask(contender(rows(), labels -> List.of(), List.of()), Choices.INITIAL);
        assertThat(answer.measure().name()).isEqualTo("overlap@10");
        assertThat(answer.curves().getFirst().full()).isEqualTo(1);
        assertThat(answer.finding(Choices.INITIAL).text().split("\\s+").length).isLessThanOrEqualTo(Finding.MOST_WORDS);
    }

    @Test
    void saysWhyItCannotBeAnswered() {
        Contender few = contender(Arrays.copyOf(rows(), 30), labels -> List.of(), List.of());
        assertThat(new RotationQuestion().ask(asking(Choices.INITIAL, few), Progress.NONE))
                .isInstanceOf(Unanswered.class);
        Contender random = labelled().through(RotationChoice.of(RotationKind.RANDOM));
        assertThat(new RotationQuestion().ask(asking(Choices.INITIAL, random), Progress.NONE))
                .isInstanceOf(Unanswered.class);
    }

    @Test
    void stopsWhenCancelledAmongTheFits() {
        Progress cancelled = (done, total) -> {
            if (done * 2 > total) {
                throw new CancellationException();
            }
        };
        assertThatThrownBy(() -> new RotationQuestion().ask(asking(Choices.INITIAL, labelled()), cancelled))
                .isInstanceOf(CancellationException.class);
    }

    private static RotationAnswer ask(Contender contender, Choices choices) {
        return (RotationAnswer) new RotationQuestion().ask(asking(choices, contender), Progress.NONE);
    }

    private static Asking asking(Choices choices, Contender... contenders) {
        return new Asking(List.of(contenders), List.of(), true, choices);
    }

    /** The vectors that Levels is tested with. */
    private static Contender labelled() {
        double[] labels = Fixtures.numbers(Fixtures.read("/metric/levels.csv").getFirst().getField("labels"));
        List<String> all = DoubleStream.of(labels).mapToObj(Double::toString).toList();
        return contender(rows(), row -> List.of(all.get(row)), List.of("cluster"));
    }

    private static float[][] rows() {
        float[] flat = Fixtures.floats(Fixtures.read("/metric/levels.csv").getFirst().getField("rows"));
        return IntStream.range(0, flat.length / DIMENSION)
                .mapToObj(row -> Arrays.copyOfRange(flat, row * DIMENSION, (row + 1) * DIMENSION))
                .toArray(float[][]::new);
    }

    private static Contender contender(float[][] rows, IntFunction<List<String>> labels, List<String> levels) {
        Corpus corpus = new Corpus("texts", "", levels,
                IntStream.range(0, rows.length)
                        .mapToObj(row -> new Document(Integer.toString(row), "text " + row, labels.apply(row)))
                        .toList(),
                List.of());
        ImportRequest request = new ImportRequest(Path.of("texts.npy"),
                new VectorChoice("vectors", null, null, List.of(), null), NumberFormat.FLOAT32);
        EmbeddedCorpus texts = new EmbeddedCorpus(new VectorOrigin.Imported(request, DIMENSION, null), corpus,
                VectorStore.of(rows), new int[0]);
        return Contender.of(TestSubjects.of(Side.A, texts, "text 0", rows[0]), RotationChoice.AS_IS,
                RotatedVectors.IN_MEMORY);
    }
}
