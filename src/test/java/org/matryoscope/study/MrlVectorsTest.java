package org.matryoscope.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Document;
import org.matryoscope.corpus.vectors.VectorChoice;
import org.matryoscope.corpus.vectors.VectorFiles;
import org.matryoscope.corpus.vectors.VectorSource;
import org.matryoscope.metric.Overlap;
import org.matryoscope.vector.ColumnMoments;
import org.matryoscope.vector.PrefixTops;
import org.matryoscope.vector.TopRows;
import org.matryoscope.vector.VectorStore;
import org.matryoscope.vector.VectorStoreBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Vectors of one set of titles from a Matryoshka-trained API model, at full length and at the length it cuts to by itself, and
 * from an ordinary one. The files are not part of the project; {@value #FOLDER} names the folder where they lie.
 */
class MrlVectorsTest {
    private static final String FOLDER = "matryoscope.trials";
    private static final String MATRYOSHKA = "peliculas_text-embedding-3-small-1536.json";
    private static final String CUT_BY_THE_MODEL = "peliculas_text-embedding-3-small-256.json";
    private static final String ORDINARY = "peliculas_text-embedding-ada-002.json";
    private static final int CUT = 256;
    private static final int TOP = 10;

    @BeforeEach
    void folderIsNamed() {
        assumeTrue(System.getProperty(FOLDER) != null,
                "skipped: set -D" + FOLDER + "=FOLDER to the folder of the API models' vectors");
    }

    @Test
    void cutAndRenormalisedVectorsEqualTheModelsOwnShortOnes(TestReporter reporter) {
        assertThat(names(MATRYOSHKA)).isEqualTo(names(CUT_BY_THE_MODEL)).isNotEmpty();
        try (VectorStore full = read(MATRYOSHKA); VectorStore own = read(CUT_BY_THE_MODEL)) {
            double[] cosines = IntStream.range(0, full.rows())
                    .mapToDouble(row -> cosine(full.row(row), own.row(row)))
                    .toArray();
            double least = DoubleStream.of(cosines).min().orElseThrow();
            double mean = DoubleStream.of(cosines).average().orElseThrow();
            reporter.publishEntry(String.format(Locale.ROOT, "cosine of %d pairs: mean %.9f, least %.9f",
                    cosines.length, mean, least));
            assertThat(own.dimension()).isEqualTo(CUT);
            assertThat(least).isGreaterThan(0.99999);
        }
    }

    @Test
    void theFirstDimensionsCarryLittleMoreEnergyThanTheirShare(TestReporter reporter) {
        try (VectorStore matryoshka = read(MATRYOSHKA); VectorStore ordinary = read(ORDINARY)) {
            ColumnMoments trained = ColumnMoments.of(matryoshka, Progress.NONE);
            ColumnMoments plain = ColumnMoments.of(ordinary, Progress.NONE);
            double uniform = (double) CUT / matryoshka.dimension();
            publish(reporter, "Matryoshka", trained, uniform);
            publish(reporter, "ordinary", plain, uniform);
            // Nearly flat in the Matryoshka model; the ordinary one's energy is an offset in one dimension.
            assertThat(head(trained.energy())).isBetween(uniform, 2 * uniform);
            assertThat(greatest(trained.energy())).isLessThan(0.02);
            assertThat(greatest(plain.energy())).isGreaterThan(0.3);
            assertThat(varianceShare(trained)).isGreaterThan(varianceShare(plain));
            assertThat(varianceShare(plain)).isCloseTo(uniform, within(0.02));
        }
    }

    @Test
    void theMatryoshkaModelKeepsMoreNeighboursWhenCut(TestReporter reporter) {
        try (VectorStore matryoshka = read(MATRYOSHKA); VectorStore ordinary = read(ORDINARY)) {
            double trained = overlap(matryoshka);
            double plain = overlap(ordinary);
            reporter.publishEntry(String.format(Locale.ROOT, "overlap@%d at %d of 1536: Matryoshka %.4f, ordinary %.4f",
                    TOP, CUT, trained, plain));
            assertThat(trained).isGreaterThan(plain).isBetween(0.5, 0.95);
        }
    }

    private static void publish(TestReporter reporter, String model, ColumnMoments moments, double uniform) {
        reporter.publishEntry(String.format(Locale.ROOT,
                "%s: first %d dimensions hold %.4f of the energy and %.4f of the variance (uniform %.4f); the greatest one %.4f",
                model, CUT, head(moments.energy()), varianceShare(moments), uniform, greatest(moments.energy())));
    }

    private static Path file(String name) {
        return Path.of(System.getProperty(FOLDER), name);
    }

    private static List<String> names(String name) {
        VectorChoice choice = VectorFiles.preview(file(name), Progress.NONE).proposed();
        return VectorFiles.documents(file(name), choice, Progress.NONE).stream().map(Document::id).toList();
    }

    private static VectorStore read(String name) {
        VectorChoice choice = VectorFiles.preview(file(name), Progress.NONE).proposed();
        try (VectorSource source = VectorFiles.open(file(name), choice, Progress.NONE);
                VectorStoreBuilder builder = VectorStore.builder(source.rows(), source.dimension())) {
            int dimension = source.dimension();
            source.read(Progress.NONE, (first, count, rowMajor) -> {
                for (int row = 0; row < count; row++) {
                    float[] vector = new float[dimension];
                    System.arraycopy(rowMajor, row * dimension, vector, 0, dimension);
                    builder.put(first + row, vector);
                }
            });
            return builder.build();
        }
    }

    /** The cosine of a vector's first entries and a shorter vector. */
    private static double cosine(float[] longer, float[] shorter) {
        double dot = 0;
        double longSquares = 0;
        double shortSquares = 0;
        for (int i = 0; i < shorter.length; i++) {
            dot += (double) longer[i] * shorter[i];
            longSquares += (double) longer[i] * longer[i];
            shortSquares += (double) shorter[i] * shorter[i];
        }
        return dot / Math.sqrt(longSquares * shortSquares);
    }

    private static double head(double[] perDimension) {
        return IntStream.range(0, CUT).mapToDouble(i -> perDimension[i]).sum();
    }

    private static double varianceShare(ColumnMoments moments) {
        return head(moments.variance()) / DoubleStream.of(moments.variance()).sum();
    }

    private static double greatest(double[] values) {
        return DoubleStream.of(values).max().orElseThrow();
    }

    /** The mean over all titles of overlap@10 between the nearest titles at the cut and at full dimension. */
    private static double overlap(VectorStore store) {
        return IntStream.range(0, store.rows()).mapToDouble(row -> {
            List<TopRows> tops = PrefixTops.scan(store, store.row(row), new int[]{CUT, store.dimension()}, TOP + 1,
                    Progress.NONE);
            return Overlap.at(others(tops.getFirst(), row), others(tops.getLast(), row), TOP);
        }).average().orElseThrow();
    }

    private static int[] others(TopRows top, int self) {
        return IntStream.of(top.rows()).filter(row -> row != self).limit(TOP).toArray();
    }
}
