package org.matryoscope.question.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.matryoscope.base.Progress;
import org.matryoscope.metric.Overlap;
import org.matryoscope.question.QueryPlan.QueryVector;
import org.matryoscope.question.formats.FormatCurves.FormatCurve;
import org.matryoscope.retrieval.LiveRanking;
import org.matryoscope.retrieval.StoredVectors;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.RowSample;
import org.matryoscope.vector.Samples;
import org.matryoscope.vector.VectorStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class FormatQueriesTest {
    private static final int DIMENSION = 16;
    private static final int K = 5;
    private static final float[][] VECTORS = Samples.gaussian(300, DIMENSION, 1);
    private static final float[] QUERY = Samples.query(DIMENSION, 2);

    @Test
    void eachFormatsAgreementIsTheMeanOverTheRankingsOfItsCopy() {
        try (VectorStore store = VectorStore.of(VECTORS)) {
            FormatCurves curves = compare(store, Progress.NONE);
            assertThat(curves.queries()).isEqualTo(50);
            assertThat(curves.documents()).isEqualTo(300);
            assertThat(curves.formats()).extracting(FormatCurve::format).containsExactly(NumberFormat.values());
            for (FormatCurve curve : curves.formats()) {
                try (VectorStore copy = store.in(curve.format(), Progress.NONE)) {
                    for (int d : new int[]{1, 7, DIMENSION}) {
                        assertThat(curve.sameD()[d - 1]).isCloseTo(agreement(store, copy, d, d), within(1e-9));
                        assertThat(curve.full()[d - 1]).isCloseTo(agreement(store, copy, d, DIMENSION), within(1e-9));
                    }
                }
            }
        }
    }

    /** The query and 49 documents, as the question plans. */
    private static FormatCurves compare(VectorStore store, Progress progress) {
        List<QueryVector> queries = new ArrayList<>(List.of(new QueryVector(QUERY, -1)));
        IntStream.of(RowSample.included(store, FormatQueries.count(store) - 1))
                .forEach(row -> queries.add(new QueryVector(store.row(row), row)));
        return FormatQueries.compare(store, queries, K, progress);
    }

    private static double agreement(VectorStore given, VectorStore copy, int d, int reference) {
        List<Integer> rows = new ArrayList<>(List.of(-1));
        IntStream.of(RowSample.included(given, 49)).forEach(rows::add);
        return rows.stream().mapToDouble(row -> {
            float[] query = row < 0 ? QUERY : given.row(row);
            return Overlap.at(best(copy, query, row, d), best(given, query, row, reference), K);
        }).average().orElseThrow();
    }

    private static int[] best(VectorStore store, float[] query, int without, int d) {
        int[] order = new LiveRanking(store, query, Progress.NONE).at(d, true).order();
        return IntStream.of(order).filter(row -> row != without).limit(K).toArray();
    }

    @Test
    void theGivenVectorsAgreeWithThemselvesAndBitsCostAgreement() {
        try (VectorStore store = VectorStore.of(VECTORS)) {
            FormatCurves curves = compare(store, Progress.NONE);
            assertThat(curves.formats().getFirst().sameD()).containsOnly(1);
            double[] atD = curves.formats().stream().mapToDouble(curve -> curve.full()[DIMENSION - 1]).toArray();
            assertThat(atD[0]).isCloseTo(1, within(1e-12));
            assertThat(atD[2]).isGreaterThan(0.8);
            assertThat(atD[3]).isLessThan(atD[2]);
        }
    }

    @Test
    void formatsOfMoreBitsThanTheGivenOneAreLeftOut() {
        try (VectorStore store = VectorStore.of(VECTORS);
                VectorStore given = store.in(NumberFormat.INT8, Progress.NONE)) {
            assertThat(compare(given, Progress.NONE).formats()).extracting(FormatCurve::format)
                    .containsExactly(NumberFormat.INT8, NumberFormat.BINARY);
        }
    }

    @Test
    void theSmallestStorageKeepsItsAgreementAtEveryLargerPrefix() {
        FormatCurve exact = new FormatCurve(NumberFormat.FLOAT32, new double[]{1, 1, 1, 1},
                new double[]{0.9, 0.5, 0.95, 1}, new double[4], new double[4]);
        FormatCurve bytes = new FormatCurve(NumberFormat.INT8, new double[4], new double[]{0.95, 0.5, 0.9, 0.9},
                new double[4], new double[4]);
        FormatCurves curves = new FormatCurves(10, 4, 9, 1, List.of(exact, bytes));
        assertThat(curves.smallest(0.9)).isEqualTo(new StoredVectors(NumberFormat.INT8, 3));
        assertThat(curves.smallest(0.9).bytesPerVector()).isEqualTo(3);
        assertThat(curves.smallest(0.95)).isEqualTo(new StoredVectors(NumberFormat.FLOAT32, 3));
        assertThat(curves.smallest(0.96).bytesPerVector()).isEqualTo(16);
    }

    @Test
    void reportsRisingProgressAndStopsWhenCancelled() {
        try (VectorStore store = VectorStore.of(VECTORS)) {
            double[] share = {0};
            compare(store, (done, total) -> {
                assertThat((double) done / total).isBetween(share[0], 1.0);
                share[0] = (double) done / total;
            });
            assertThat(share[0]).isEqualTo(1);
            int[] reports = {0};
            assertThatThrownBy(() -> compare(store, (done, total) -> {
                if (reports[0]++ == 60) {
                    throw new CancellationException();
                }
            })).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void unusableDocumentsChangeNothing() {
        float[][] more = Arrays.copyOf(VECTORS, VECTORS.length + 1);
        more[VECTORS.length] = new float[DIMENSION];
        try (VectorStore store = VectorStore.of(VECTORS); VectorStore dirty = VectorStore.of(more)) {
            FormatCurves expected = compare(store, Progress.NONE);
            FormatCurves curves = compare(dirty, Progress.NONE);
            assertThat(curves.formats().get(3).full()).isEqualTo(expected.formats().get(3).full());
            assertThat(curves.documents()).isEqualTo(300);
        }
    }
}
