package org.matryoscope.question.stages;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.question.QueryPlan.QueryVector;
import org.matryoscope.retrieval.HnswIndex;
import org.matryoscope.retrieval.SearchStep;
import org.matryoscope.vector.VectorStore;

/** Takes first steps in graphs of neighbours, one a prefix. */
final class GraphSearcher implements Searcher {
    private final Map<Integer, HnswIndex> graphs = new TreeMap<>();

    /**
     * Builds the graphs.
     *
     * @param store the documents
     * @param prefixes prefix lengths, each 1 … D
     * @param progress told of the documents put in; cancels
     */
    GraphSearcher(VectorStore store, int[] prefixes, Progress progress) {
        for (int i = 0; i < prefixes.length; i++) {
            graphs.put(prefixes[i], HnswIndex.build(store, prefixes[i],
                    Share.of(progress, (double) i / prefixes.length, (i + 1.0) / prefixes.length)));
        }
    }

    @Override
    public Shortlist search(QueryVector query, SearchStep step) {
        HnswIndex graph = Objects.requireNonNull(graphs.get(step.d()));
        HnswIndex.Found found = graph.search(query.vector(), query.row() < 0 ? step.keep() : step.keep() + 1);
        return new Shortlist(Searcher.without(query.row(), found.rows(), step.keep()),
                (double) found.visited() * step.d());
    }
}
