package org.matryoscope.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

import org.matryoscope.base.Progress;
import org.matryoscope.metric.Overlap;
import org.matryoscope.metric.RankBiasedOverlap;
import org.matryoscope.question.stability.StabilityCurve;
import org.matryoscope.vector.PrefixTops;
import org.matryoscope.vector.QueryTops;
import org.matryoscope.vector.TopRows;

/**
 * The best 100 documents for 50 queries at 48 prefixes: all queries at once, beside one after the other; and with the agreement
 * that is made of them.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class ManyQueriesBenchmark {
    private static final int QUERIES = 50;
    private static final int PREFIXES = 48;
    private static final int TOP = 100;
    private static final int OVERLAP = 10;

    /** All queries in one pass. */
    @Benchmark
    public List<List<TopRows>> together(RandomStore vectors) {
        int[] own = new int[QUERIES];
        Arrays.fill(own, -1);
        return QueryTops.scan(vectors.store, queries(vectors), own, prefixes(vectors), TOP, Progress.NONE);
    }

    /** A pass a query. */
    @Benchmark
    public List<List<TopRows>> oneByOne(RandomStore vectors) {
        return queries(vectors).stream()
                .map(query -> PrefixTops.scan(vectors.store, query, prefixes(vectors), TOP, Progress.NONE))
                .toList();
    }

    /** All queries in one pass, and overlap@10 and rank-biased overlap with the full ranking at every prefix. */
    @Benchmark
    public double withAgreement(RandomStore vectors) {
        double sum = 0;
        for (List<TopRows> tops : together(vectors)) {
            int[] full = tops.getLast().rows();
            for (TopRows top : tops) {
                sum += Overlap.at(top.rows(), full, OVERLAP);
                sum += RankBiasedOverlap.extrapolated(top.rows(), full, StabilityCurve.RBO_PERSISTENCE);
            }
        }
        return sum;
    }

    private static List<float[]> queries(RandomStore vectors) {
        return IntStream.range(0, QUERIES).mapToObj(i -> vectors.store.row(i * (vectors.rows / QUERIES))).toList();
    }

    private static int[] prefixes(RandomStore vectors) {
        return IntStream.rangeClosed(1, PREFIXES).map(i -> i * vectors.dimension / PREFIXES).toArray();
    }
}
