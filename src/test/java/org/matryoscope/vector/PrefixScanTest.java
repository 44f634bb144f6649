package org.matryoscope.vector;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class PrefixScanTest {
    private static final double TOLERANCE = 1e-6;

    @ParameterizedTest
    @CsvSource({"1, 1, 10000", "7, 5, 10000", "300, 384, 10000", "2500, 96, 10000", "40000, 24, 500"})
    void randomMovesStayWithinAMillionthOfADoublePrecisionReference(int rows, int dimension, int moves) {
        long seed = rows;
        float[][] vectors = Samples.gaussian(rows, dimension, seed);
        List<float[]> queries = List.of(Samples.query(dimension, seed + 1), Samples.query(dimension, seed + 2));
        SplittableRandom random = new SplittableRandom(seed);
        try (VectorStore store = VectorStore.of(vectors)) {
            PrefixScan scan = new PrefixScan(store, queries, Progress.NONE);
            for (int move = 0; move < moves; move++) {
                int d = 1 + random.nextInt(dimension);
                int query = random.nextInt(queries.size());
                Scoring scoring = random.nextBoolean() ? Scoring.COSINE : Scoring.DOT;
                float[] scores = scan.scoresAt(d, query, scoring);
                int row = random.nextInt(rows);
                assertThat((double) scores[row]).isCloseTo(Samples.score(queries.get(query), vectors[row], d, scoring),
                        within(TOLERANCE));
            }
        }
    }

    @Test
    void scoresAtAPrefixDoNotDependOnTheMovesBefore() {
        try (VectorStore store = VectorStore.of(Samples.gaussian(2000, 64, 11))) {
            List<float[]> query = List.of(Samples.query(64, 12));
            PrefixScan walked = new PrefixScan(store, query, Progress.NONE);
            SplittableRandom random = new SplittableRandom(13);
            for (int move = 0; move < 2000; move++) {
                int d = Math.clamp(walkedStep(random, move), 1, 64);
                float[] scores = walked.scoresAt(d, 0, Scoring.COSINE);
                if (move % 100 == 0) {
                    PrefixScan fresh = new PrefixScan(store, query, Progress.NONE);
                    assertThat(scores).isEqualTo(fresh.scoresAt(d, 0, Scoring.COSINE));
                }
            }
        }
    }

    private static int walkedStep(SplittableRandom random, int move) {
        return 32 + (int) (20 * Math.sin(move / 40.0)) + random.nextInt(-3, 4);
    }

    @Test
    void tinyAndEmptyPrefixesAreExactWhereSubtractionWouldCancel() {
        float[][] vectors = {{1e-9f, 0, 0, 1}, {0, 0, 0, 1}, {0, -1e-20f, 1, 0}, {1e-5f, 1e-4f, 1e-3f, 1},
                {1, 2, 3, 4}};
        float[] query = {1, 1, 1, 1};
        try (VectorStore store = VectorStore.of(vectors)) {
            PrefixScan scan = new PrefixScan(store, List.of(query), Progress.NONE);
            for (int d : new int[]{4, 3, 2, 1, 2, 3, 4, 1, 4, 2}) {
                float[] scores = scan.scoresAt(d, 0, Scoring.COSINE);
                for (int row = 0; row < vectors.length; row++) {
                    assertThat((double) scores[row]).as("row %d at %d", row, d)
                            .isCloseTo(Samples.score(query, vectors[row], d, Scoring.COSINE), within(TOLERANCE));
                }
            }
            assertThat(scan.scoresAt(1, 0, Scoring.COSINE)).containsExactly(1, 0, 0, 1, 1);
        }
    }

    @Test
    void anEmptyQueryPrefixScoresZero() {
        try (VectorStore store = VectorStore.of(Samples.gaussian(5, 3, 1))) {
            PrefixScan scan = new PrefixScan(store, List.of(new float[]{0, 0, 1}), Progress.NONE);
            assertThat(scan.scoresAt(2, 0, Scoring.COSINE)).containsOnly(0f);
            assertThat(scan.scoresAt(2, 0, Scoring.DOT)).containsOnly(0f);
        }
    }

    @ParameterizedTest
    @EnumSource
    void topIsTheHeadOfTheFullRanking(Scoring scoring) {
        float[][] vectors = Samples.gaussian(40_000, 12, 21);
        for (int row = 0; row < vectors.length; row += 3) {
            vectors[row] = vectors[row / 7].clone();
        }
        vectors[5] = new float[12];
        try (VectorStore store = VectorStore.of(vectors)) {
            PrefixScan scan = new PrefixScan(store, List.of(Samples.query(12, 22)), Progress.NONE);
            for (int d : new int[]{1, 12, 4, 3}) {
                float[] scores = scan.scoresAt(d, 0, scoring);
                int[] order = new RadixRanking().order(scores);
                assertThat(order).isEqualTo(Samples.order(scores)).doesNotContain(5);
                TopRows top = scan.topAt(d, 0, scoring, 100);
                assertThat(top.rows()).isEqualTo(Arrays.copyOf(order, 100));
                assertThat(top.scores()[99]).isEqualTo(scores[order[99]]);
            }
        }
    }

    @Test
    void unusableRowsScoreNaNAndTouchNothingElse() {
        float[][] clean = Samples.gaussian(3000, 16, 31);
        float[][] dirty = Samples.gaussian(3000, 16, 31);
        dirty[0] = new float[16];
        dirty[7][3] = Float.NaN;
        dirty[2999][15] = Float.NEGATIVE_INFINITY;
        List<float[]> query = List.of(Samples.query(16, 32));
        try (VectorStore cleanStore = VectorStore.of(clean); VectorStore dirtyStore = VectorStore.of(dirty)) {
            PrefixScan cleanScan = new PrefixScan(cleanStore, query, Progress.NONE);
            PrefixScan dirtyScan = new PrefixScan(dirtyStore, query, Progress.NONE);
            for (int d : new int[]{16, 9, 2, 1}) {
                float[] expected = cleanScan.scoresAt(d, 0, Scoring.COSINE);
                for (int row : new int[]{0, 7, 2999}) {
                    expected[row] = Float.NaN;
                }
                assertThat(dirtyScan.scoresAt(d, 0, Scoring.COSINE)).isEqualTo(expected);
            }
        }
    }

    @Test
    void refusesAQueryWithoutDirectionAndAPrefixOutsideTheVector() {
        try (VectorStore store = VectorStore.of(Samples.gaussian(5, 3, 1))) {
            assertThatThrownBy(() -> new PrefixScan(store, List.of(new float[3]), Progress.NONE))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("zero");
            assertThatThrownBy(() -> new PrefixScan(store, List.of(new float[]{1, Float.NaN, 0}), Progress.NONE))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("NaN at dimension 2");
            PrefixScan scan = new PrefixScan(store, List.of(new float[]{1, 2, 3}), Progress.NONE);
            assertThatThrownBy(() -> scan.scoresAt(0, 0, Scoring.DOT)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> scan.scoresAt(4, 0, Scoring.DOT)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void canBeCancelledWhileItIsPrepared() {
        try (VectorStore store = VectorStore.of(Samples.gaussian(40_000, 4, 1))) {
            assertThatThrownBy(() -> new PrefixScan(store, List.of(new float[]{1, 2, 3, 4}), (done, total) -> {
                throw new CancellationException();
            })).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void failsCleanlyAfterTheStoreIsClosed() {
        VectorStore store = VectorStore.of(Samples.gaussian(40_000, 8, 1));
        PrefixScan scan = new PrefixScan(store, List.of(Samples.query(8, 2)), Progress.NONE);
        store.close();
        store.close();
        assertThatThrownBy(() -> scan.scoresAt(4, 0, Scoring.DOT)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.row(1)).isInstanceOf(IllegalStateException.class);
    }
}
