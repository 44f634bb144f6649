package org.matryoscope.question.stages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.matryoscope.base.Progress;
import org.matryoscope.question.QueryPlan.QueryVector;
import org.matryoscope.retrieval.SearchStep;
import org.matryoscope.vector.QueryTops;
import org.matryoscope.vector.TopRows;
import org.matryoscope.vector.VectorStore;

/** Exact first steps of all queries at all prefixes, from one pass over the documents. */
final class KnownTops implements Searcher {
    private final List<QueryVector> queries;
    private final int[] prefixes;
    private final int documents;
    private final List<List<TopRows>> tops;

    /**
     * Searches for all queries.
     *
     * @param store the documents
     * @param queries the queries that can be asked for
     * @param prefixes prefix lengths, ascending, each once
     * @param depth the most that a step keeps
     * @param progress told of the rows read; cancels
     */
    KnownTops(VectorStore store, List<QueryVector> queries, int[] prefixes, int depth, Progress progress) {
        this.queries = new ArrayList<>(queries);
        this.prefixes = prefixes;
        documents = store.includedRows();
        tops = QueryTops.scan(store, queries.stream().map(QueryVector::vector).toList(),
                queries.stream().mapToInt(QueryVector::row).toArray(), prefixes, depth, progress);
    }

    @Override
    public Shortlist search(QueryVector query, SearchStep step) {
        int[] rows = tops.get(queries.indexOf(query)).get(Arrays.binarySearch(prefixes, step.d())).rows();
        return new Shortlist(Arrays.copyOf(rows, Math.min(rows.length, step.keep())), (double) documents * step.d());
    }
}
