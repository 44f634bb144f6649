package org.matryoscope.vector;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Scans of stores in every number format, against double precision on the decoded vectors. */
class FormatScanTest {
    private static final double TOLERANCE = 1e-6;

    @ParameterizedTest
    @CsvSource({"FLOAT32, 300, 384, 10000", "FLOAT16, 300, 384, 10000", "INT8, 300, 384, 10000",
            "INT8, 2500, 96, 10000", "INT8, 7, 5, 10000", "INT8, 40000, 24, 500", "BINARY, 300, 384, 10000",
            "BINARY, 2500, 97, 2000"})
    void randomMovesStayWithinAMillionthOfADoublePrecisionReference(NumberFormat format, int rows, int dimension,
            int moves) {
        List<float[]> queries = List.of(Samples.query(dimension, 1), Samples.query(dimension, 2));
        SplittableRandom random = new SplittableRandom(rows);
        try (VectorStore store = store(Samples.gaussian(rows, dimension, 3), format)) {
            PrefixScan scan = new PrefixScan(store, queries, Progress.NONE);
            for (int move = 0; move < moves; move++) {
                int d = 1 + random.nextInt(dimension);
                int query = random.nextInt(queries.size());
                Scoring scoring = random.nextBoolean() ? Scoring.COSINE : Scoring.DOT;
                float[] scores = scan.scoresAt(d, query, scoring);
                int row = random.nextInt(rows);
                assertThat((double) scores[row]).as("row %d at %d", row, d)
                        .isCloseTo(reference(queries.get(query), store, row, d, scoring), within(TOLERANCE));
            }
        }
    }

    private static VectorStore store(float[][] vectors, NumberFormat format) {
        try (VectorStore floats = VectorStore.of(vectors)) {
            return floats.in(format, Progress.NONE);
        }
    }

    private static double reference(float[] query, VectorStore store, int row, int d, Scoring scoring) {
        float[] document = store.row(row);
        float[] asked = store.format() == NumberFormat.BINARY ? signs(query) : query;
        // Decoded vectors are not quite of length 1, which a dot product shows.
        double length = scoring == Scoring.DOT ? Samples.length(document) : 1;
        return Samples.score(asked, document, d, scoring) * length;
    }

    private static float[] signs(float[] vector) {
        float[] signs = new float[vector.length];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = vector[i] < 0 ? -1 : 1;
        }
        return signs;
    }

    @ParameterizedTest
    @EnumSource
    void scoresAtAPrefixDoNotDependOnTheMovesBefore(NumberFormat format) {
        try (VectorStore store = store(Samples.gaussian(2000, 67, 11), format)) {
            List<float[]> query = List.of(Samples.query(67, 12));
            PrefixScan walked = new PrefixScan(store, query, Progress.NONE);
            SplittableRandom random = new SplittableRandom(13);
            for (int move = 0; move < 1000; move++) {
                int d = Math.clamp(34 + (int) (30 * Math.sin(move / 40.0)) + random.nextInt(-3, 4), 1, 67);
                float[] scores = walked.scoresAt(d, 0, Scoring.COSINE);
                if (move % 50 == 0) {
                    PrefixScan fresh = new PrefixScan(store, query, Progress.NONE);
                    assertThat(scores).isEqualTo(fresh.scoresAt(d, 0, Scoring.COSINE));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void topIsTheHeadOfTheFullRankingAlsoWithTiesAndUnusableRows(NumberFormat format) {
        float[][] vectors = Samples.gaussian(40_000, 20, 21);
        for (int row = 0; row < vectors.length; row += 3) {
            vectors[row] = vectors[row / 7].clone();
        }
        vectors[5] = new float[20];
        vectors[39_999][2] = Float.NaN;
        try (VectorStore store = store(vectors, format)) {
            PrefixScan scan = new PrefixScan(store, List.of(Samples.query(20, 22)), Progress.NONE);
            for (Scoring scoring : Scoring.values()) {
                for (int d : new int[]{1, 20, 16, 8, 9, 3}) {
                    float[] scores = scan.scoresAt(d, 0, scoring);
                    int[] order = new RadixRanking().order(scores);
                    assertThat(order).hasSize(39_998).isEqualTo(Samples.order(scores));
                    TopRows top = scan.topAt(d, 0, scoring, 100);
                    assertThat(top.rows()).as("%s at %d", scoring, d).isEqualTo(Arrays.copyOf(order, 100));
                    assertThat(top.scores()[99]).isEqualTo(scores[order[99]]);
                }
            }
        }
    }

    /** Blocks are passed over unless their coarse sums may reach the best so far: also where the grid blurs the cosines. */
    @ParameterizedTest
    @EnumSource
    void topMissesNoRowWhosePrefixIsNearlyEmpty(NumberFormat format) {
        float[][] vectors = Samples.gaussian(40_000, 24, 61);
        SplittableRandom random = new SplittableRandom(62);
        for (float[] vector : vectors) {
            double shrink = Math.pow(10, random.nextDouble(-8, 0));
            for (int i = 0; i < 16; i++) {
                vector[i] *= (float) shrink;
            }
        }
        try (VectorStore store = store(vectors, format)) {
            PrefixScan scan = new PrefixScan(store, List.of(Samples.query(24, 63)), Progress.NONE);
            for (int d : new int[]{24, 16, 15, 8, 4, 1}) {
                float[] scores = scan.scoresAt(d, 0, Scoring.COSINE);
                int[] order = new RadixRanking().order(scores);
                for (int k : new int[]{1, 100, 30_000}) {
                    int[] head = Arrays.copyOf(order, k);
                    assertThat(scan.topAt(d, 0, Scoring.COSINE, k).rows()).as("%d at %d", k, d).isEqualTo(head);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void curvesAndTopsAtManyPrefixesAgreeWithTheScan(NumberFormat format) {
        try (VectorStore store = store(Samples.gaussian(3000, 41, 31), format)) {
            float[] query = Samples.query(41, 32);
            PrefixScan scan = new PrefixScan(store, List.of(query), Progress.NONE);
            int[] rows = {0, 17, 2999};
            float[][] curves = new float[rows.length][];
            PrefixCurves.scan(store, query, rows, Scoring.COSINE, Progress.NONE,
                    (index, curve) -> curves[index] = curve);
            int[] prefixes = PrefixTops.everyPrefix(41);
            List<TopRows> tops = PrefixTops.scan(store, query, prefixes, 10, Progress.NONE);
            for (int d : prefixes) {
                float[] scores = scan.scoresAt(d, 0, Scoring.COSINE);
                for (int i = 0; i < rows.length; i++) {
                    assertThat(curves[i][d - 1]).isCloseTo(scores[rows[i]], within(1e-6f));
                }
                float[] expected = scan.topAt(d, 0, Scoring.COSINE, 10).scores();
                assertThat(tops.get(d - 1).scores()).containsExactly(expected, within(1e-6f));
            }
        }
    }

    @Test
    void binaryCosinesCountDifferingSigns() {
        float[][] vectors = Samples.gaussian(1000, 50, 41);
        float[] query = Samples.query(50, 42);
        try (VectorStore store = store(vectors, NumberFormat.BINARY)) {
            PrefixScan scan = new PrefixScan(store, List.of(query), Progress.NONE);
            for (int d : new int[]{50, 1, 33, 8}) {
                float[] scores = scan.scoresAt(d, 0, Scoring.COSINE);
                for (int row = 0; row < vectors.length; row++) {
                    int hamming = 0;
                    for (int i = 0; i < d; i++) {
                        hamming += (query[i] < 0) == (vectors[row][i] < 0) ? 0 : 1;
                    }
                    assertThat(scores[row]).isCloseTo(1 - 2f * hamming / d, within(2e-7f));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void tinyPrefixesAreScoredAfresh(NumberFormat format) {
        float[][] vectors = Samples.gaussian(2000, 24, 51);
        for (float[] vector : vectors) {
            vector[23] = 1e4f;
        }
        float[] query = Samples.query(24, 52);
        try (VectorStore store = store(vectors, format)) {
            PrefixScan scan = new PrefixScan(store, List.of(query), Progress.NONE);
            for (int d : new int[]{24, 23, 16, 9, 8, 1}) {
                float[] scores = scan.scoresAt(d, 0, Scoring.COSINE);
                for (int row = 0; row < 2000; row += 7) {
                    assertThat((double) scores[row]).as("row %d at %d", row, d)
                            .isCloseTo(reference(query, store, row, d, Scoring.COSINE), within(TOLERANCE));
                }
            }
        }
    }
}
