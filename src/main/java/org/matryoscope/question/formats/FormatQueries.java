package org.matryoscope.question.formats;

import java.util.List;

import org.matryoscope.base.Progress;
import org.matryoscope.question.QueryPlan.QueryVector;
import org.matryoscope.question.formats.FormatCurves.FormatCurve;
import org.matryoscope.vector.PrefixTops;
import org.matryoscope.vector.VectorStore;

/** Compares formats at every prefix, over as many queries as the size of the vectors allows. */
final class FormatQueries {
    private static final int MOST_QUERIES = 50;
    private static final int FEWEST_QUERIES = 5;
    /** Entries of vectors that all queries together look at, per format. */
    private static final long MOST_ENTRIES = 2_000_000_000L;

    private FormatQueries() {
    }

    /** Returns how many queries can be afforded over vectors. */
    static int count(VectorStore given) {
        long entries = (long) given.rows() * given.dimension();
        return Math.clamp(MOST_ENTRIES / entries, FEWEST_QUERIES, MOST_QUERIES);
    }

    static FormatCurves compare(VectorStore given, List<QueryVector> queries, int k, Progress progress) {
        int dimension = given.dimension();
        FormatCosts costs = FormatStudy.compare(given, queries, queries.size(), k, PrefixTops.everyPrefix(dimension),
                progress);
        return new FormatCurves(k, dimension, given.includedRows(), queries.size(),
                costs.formats()
                        .stream()
                        .map(cost -> new FormatCurve(cost.format(), cost.overlapSameD().mean(),
                                cost.overlapFullD().mean(), cost.overlapFullD().low(), cost.overlapFullD().high()))
                        .toList());
    }
}
