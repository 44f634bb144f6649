package org.matryoscope.metric;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.matryoscope.metric.RankedRelevance.Relevant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RankedRelevanceTest {
    static Stream<NamedCsvRecord> trecEval() {
        return Fixtures.read("/metric/retrieval.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("trecEval")
    void equalsTrecEval(NamedCsvRecord row) {
        double[] grades = Fixtures.numbers(row.getField("grades"));
        double[] ranks = Fixtures.numbers(row.getField("ranks"));
        RankedRelevance ranked = new RankedRelevance(IntStream.range(0, grades.length)
                .mapToObj(i -> new Relevant((int) grades[i], (int) ranks[i]))
                .toList());

        assertThat(ranked.ndcg(10)).isCloseTo(value(row, "ndcg_cut_10"), within(1e-12));
        assertThat(ranked.recall(100)).isCloseTo(value(row, "recall_100"), within(1e-12));
        assertThat(ranked.reciprocalRank(Integer.MAX_VALUE - 1)).isCloseTo(value(row, "recip_rank"), within(1e-12));
        assertThat(ranked.averagePrecision()).isCloseTo(value(row, "map"), within(1e-12));
    }

    @Test
    void whatIsNotRankedIsNotFound() {
        RankedRelevance ranked = new RankedRelevance(List.of(new Relevant(2, Integer.MAX_VALUE), new Relevant(1, 11)));

        assertThat(ranked.ndcg(10)).isZero();
        assertThat(ranked.reciprocalRank(10)).isZero();
        assertThat(ranked.recall(100)).isEqualTo(0.5);
        assertThat(ranked.averagePrecision()).isCloseTo(0.5 / 11, within(1e-15));
    }

    private static double value(NamedCsvRecord row, String name) {
        return Double.parseDouble(row.getField(name));
    }
}
