package org.matryoscope.question.energy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.Document;
import org.matryoscope.model.ModelProfile;
import org.matryoscope.model.Prompts;
import org.matryoscope.model.Sourced;
import org.matryoscope.model.Variant;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.VectorOrigin;
import org.matryoscope.vector.ColumnMoments;
import org.matryoscope.vector.Moments;
import org.matryoscope.vector.Samples;
import org.matryoscope.vector.Spectrum;
import org.matryoscope.vector.VectorStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class EnergyStudyTest {
    private static final int DIMENSION = 8;

    @Test
    void energyAddsUpAndCumulatesToOne() {
        try (VectorStore store = VectorStore.of(Samples.gaussian(500, DIMENSION, 1))) {
            EnergyProfile profile = energy(embedded(store, List.of(), unlabelled(500)), Progress.NONE);
            assertThat(profile.cumulative()[DIMENSION - 1]).isCloseTo(1, within(1e-6));
            for (int i = 0; i < DIMENSION; i++) {
                assertThat(profile.meanSquared()[i] + profile.variance()[i]).isCloseTo(profile.perDimension()[i],
                        within(1e-12));
                assertThat(profile.cumulative()[i]).isCloseTo(Arrays.stream(profile.perDimension(), 0, i + 1).sum(),
                        within(1e-12));
            }
            assertThat(profile.participationRatio()).isBetween(1.0, (double) DIMENSION);
            assertThat(profile.effectiveRank()).isBetween(profile.participationRatio(), (double) DIMENSION);
            assertThat(profile.levels()).isEmpty();
        }
    }

    @Test
    void theSpectrumOfManyRowsComesFromASampleAndTheRestFromAll() {
        try (VectorStore store = VectorStore.of(Samples.gaussian(30_000, DIMENSION, 1))) {
            EnergyProfile profile = energy(embedded(store, List.of(), unlabelled(30_000)), Progress.NONE);
            assertThat(profile.sampled()).isEqualTo(EnergyStudy.MOST_SAMPLED);
            assertThat(profile.documents()).isEqualTo(30_000);
            ColumnMoments all = ColumnMoments.of(store, Progress.NONE);
            assertThat(profile.perDimension()).isEqualTo(all.energy());
            assertThat(profile.variance()).isEqualTo(all.variance());
            Spectrum spectrum = Spectrum.of(Moments.of(store, Progress.NONE).covariance(), Progress.NONE);
            assertThat(profile.participationRatio()).isCloseTo(spectrum.participationRatio(), within(0.02));
            assertThat(profile.effectiveRank()).isCloseTo(spectrum.effectiveRank(), within(0.02));
        }
    }

    @Test
    void levelsFindTheDimensionThatCarriesThem() {
        List<List<String>> labels = new ArrayList<>();
        float[][] vectors = new float[240][];
        SplittableRandom random = new SplittableRandom(2);
        for (int row = 0; row < vectors.length; row++) {
            int field = row % 4;
            int topic = row / 4 % 3;
            labels.add(List.of("field " + field, "topic " + topic));
            vectors[row] = new float[]{field % 2 == 0 ? 1 : -1, (field * 3 + topic) % 5 - 2,
                    (float) random.nextGaussian(), 5};
        }
        try (VectorStore store = VectorStore.of(vectors)) {
            EnergyProfile profile = energy(embedded(store, List.of("field", "topic"), labels), Progress.NONE);
            assertThat(profile.levels()).extracting(EnergyProfile.LevelVariance::name)
                    .containsExactly("field", "topic", "residual");
            assertThat(largest(profile.levels().get(0).perDimension())).isZero();
            assertThat(largest(profile.levels().get(1).perDimension())).isEqualTo(1);
            assertThat(largest(profile.levels().get(2).perDimension())).isEqualTo(2);
            for (int i = 0; i < 4; i++) {
                int dimension = i;
                double total = profile.levels().stream().mapToDouble(level -> level.sumOfSquares()[dimension]).sum();
                assertThat(total).isCloseTo(240 * profile.variance()[i], within(1e-9));
            }
        }
    }

    @Test
    void negativeComponentsAreClampedAndCounted() {
        float[][] vectors = {{1, 0.2f}, {-1, 0.2f}, {1, 0.2f}, {-1, 0.2f}};
        List<List<String>> labels = List.of(List.of("a"), List.of("a"), List.of("b"), List.of("b"));
        try (VectorStore store = VectorStore.of(vectors)) {
            EnergyProfile profile = energy(embedded(store, List.of("group"), labels), Progress.NONE);
            assertThat(profile.levels().getFirst().perDimension()[0]).isZero();
            assertThat(profile.clamped()).isPositive();
        }
    }

    @Test
    void documentsWithoutALabelOrAUsableVectorAreLeftOutOfTheLevels() {
        float[][] vectors = Samples.gaussian(12, DIMENSION, 3);
        float[][] more = Arrays.copyOf(vectors, 14);
        more[12] = Samples.query(DIMENSION, 4);
        more[13] = new float[DIMENSION];
        List<List<String>> labels = new ArrayList<>();
        IntStream.range(0, 12).forEach(row -> labels.add(List.of("label " + row % 3)));
        List<List<String>> moreLabels = new ArrayList<>(labels);
        moreLabels.add(List.of(""));
        moreLabels.add(List.of("label 1"));
        try (VectorStore store = VectorStore.of(vectors); VectorStore moreStore = VectorStore.of(more)) {
            List<String> levels = List.of("group");
            EnergyProfile expected = energy(embedded(store, levels, labels), Progress.NONE);
            EnergyProfile profile = energy(embedded(moreStore, levels, moreLabels), Progress.NONE);
            assertThat(profile.levels().getFirst().perDimension())
                    .isEqualTo(expected.levels().getFirst().perDimension());
        }
    }

    @Test
    void isCancelledThroughItsProgressAndNeedsAUsableVector() {
        try (VectorStore store = VectorStore.of(Samples.gaussian(3, DIMENSION, 1));
                VectorStore empty = VectorStore.of(new float[3][DIMENSION])) {
            assertThatThrownBy(() -> energy(embedded(store, List.of(), unlabelled(3)), (done, total) -> {
                throw new CancellationException();
            })).isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> energy(embedded(empty, List.of(), unlabelled(3)), Progress.NONE))
                    .isInstanceOf(Problem.class);
        }
    }

    private static int largest(double[] values) {
        return IntStream.range(0, values.length).reduce(0, (best, i) -> values[i] > values[best] ? i : best);
    }

    private static List<List<String>> unlabelled(int rows) {
        return IntStream.range(0, rows).mapToObj(row -> List.<String>of()).toList();
    }

    private static EmbeddedCorpus embedded(VectorStore store, List<String> levels, List<List<String>> labels) {
        List<Document> documents = IntStream.range(0, labels.size())
                .mapToObj(row -> new Document("d" + row, "text " + row, labels.get(row)))
                .toList();
        Corpus corpus = new Corpus("test", "", levels, documents, List.of());
        ModelProfile model = new ModelProfile("test", Path.of("model"), "", store.dimension(),
                new Sourced<>(List.of(), ""), new Sourced<>(List.of(), ""), new Sourced<>(new Prompts("", ""), ""),
                new Sourced<>(128, ""), new Sourced<>(new Variant("", "", 0), ""), List.of(), new Sourced<>("", ""),
                new Sourced<>(List.of(), ""), List.of());
        return new EmbeddedCorpus(new VectorOrigin.Model(model), corpus, store, new int[0]);
    }

    @Test
    void theSpectrumOfFewRowsIsThatOfTheirCovariance() {
        try (VectorStore store = VectorStore.of(Samples.gaussian(40, 64, 3))) {
            Spectrum ofColumns = Spectrum.of(Moments.of(store, Progress.NONE).covariance(), Progress.NONE);
            EnergyProfile profile = energy(embedded(store, List.of(), unlabelled(40)), Progress.NONE);
            assertThat(profile.participationRatio()).isCloseTo(ofColumns.participationRatio(), within(1e-6));
            assertThat(profile.effectiveRank()).isCloseTo(ofColumns.effectiveRank(), within(1e-5));
        }
    }

    private static EnergyProfile energy(EmbeddedCorpus embedded, Progress progress) {
        return EnergyStudy.run(embedded.corpus(), embedded.store(), progress);
    }
}
