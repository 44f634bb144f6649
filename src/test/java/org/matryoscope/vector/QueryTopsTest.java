package org.matryoscope.vector;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/** Many queries at once find what each finds alone in a whole ranking. */
class QueryTopsTest {
    private static final int DIMENSION = 20;

    @ParameterizedTest
    @EnumSource
    void manyQueriesFindWhatEachFindsAlone(NumberFormat format) {
        float[][] vectors = Samples.gaussian(3000, DIMENSION, 1);
        vectors[17] = new float[DIMENSION];
        vectors[2500] = vectors[40].clone();
        int[] prefixes = {1, 7, DIMENSION};
        int queries = 70;
        try (VectorStore given = VectorStore.of(vectors); VectorStore store = given.in(format, Progress.NONE)) {
            List<float[]> asked = IntStream.range(0, queries)
                    .mapToObj(i -> i % 2 == 0 ? Samples.query(DIMENSION, i) : store.row(i * 40))
                    .toList();
            int[] own = IntStream.range(0, queries).map(i -> i % 2 == 0 ? -1 : i * 40).toArray();
            List<List<TopRows>> tops = QueryTops.scan(store, asked, own, prefixes, 10, Progress.NONE);
            assertThat(tops).hasSize(queries);
            for (int q = 0; q < queries; q++) {
                PrefixScan scan = new PrefixScan(store, List.of(asked.get(q)), Progress.NONE);
                for (int p = 0; p < prefixes.length; p++) {
                    int row = own[q];
                    int[] expected = IntStream
                            .of(new RadixRanking().order(scan.scoresAt(prefixes[p], 0, Scoring.COSINE)))
                            .filter(each -> each != row)
                            .limit(10)
                            .toArray();
                    assertThat(tops.get(q).get(p).rows()).as("query %d, prefix %d", q, prefixes[p]).isEqualTo(expected);
                }
            }
        }
    }
}
