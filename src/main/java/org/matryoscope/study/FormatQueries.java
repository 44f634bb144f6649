package org.matryoscope.study;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.matryoscope.base.Progress;
import org.matryoscope.study.FormatCurves.FormatCurve;
import org.matryoscope.study.FormatStudy.Asked;
import org.matryoscope.vector.PrefixTops;
import org.matryoscope.vector.RowSample;
import org.matryoscope.vector.VectorStore;

/** Chooses the queries over which formats are compared: the one asked, and documents. */
final class FormatQueries {
    private static final int MOST_QUERIES = 50;
    private static final int FEWEST_QUERIES = 5;
    /** Entries of vectors that all queries together look at, per format. */
    private static final long MOST_ENTRIES = 2_000_000_000L;

    private FormatQueries() {
    }

    static FormatCurves compare(VectorStore given, float[] query, int k, Progress progress) {
        int dimension = given.dimension();
        long entries = (long) given.rows() * dimension;
        int count = Math.clamp(MOST_ENTRIES / entries, FEWEST_QUERIES, MOST_QUERIES);
        List<Asked> queries = Stream.concat(Stream.of(new Asked(query, -1)),
                IntStream.of(RowSample.included(given, count - 1)).mapToObj(row -> new Asked(given.row(row), row)))
                .toList();
        FormatCosts costs = FormatStudy.compare(given, queries, queries.size(), k, PrefixTops.everyPrefix(dimension),
                progress);
        return new FormatCurves(k, dimension, given.includedRows(), queries.size(),
                costs.formats()
                        .stream()
                        .map(cost -> new FormatCurve(cost.format(), cost.overlapSameD(), cost.overlapFullD()))
                        .toList());
    }
}
