package org.matryoscope.question.stages;

import java.util.List;
import java.util.stream.IntStream;

import org.matryoscope.base.Progress;
import org.matryoscope.question.QueryPlan.QueryVector;
import org.matryoscope.retrieval.SearchStep;
import org.matryoscope.vector.QueryTops;
import org.matryoscope.vector.VectorStore;

/** Takes the first step of a search for one query. */
interface Searcher {
    /**
     * What was found.
     *
     * @param rows best first, without the row that is the query
     * @param macs multiply-adds that it took
     */
    record Shortlist(int[] rows, double macs) {}

    /** Searches for one query; the step's prefix must be one that this was made for. */
    Shortlist search(QueryVector query, SearchStep step);

    /** Looks at every document. */
    static Searcher exact(VectorStore store) {
        return (query, step) -> new Shortlist(
                QueryTops
                        .scan(store, List.of(query.vector()), new int[]{query.row()}, new int[]{step.d()}, step.keep(),
                                Progress.NONE)
                        .getFirst()
                        .getFirst()
                        .rows(),
                (double) store.includedRows() * step.d());
    }

    /** Returns rows without the one that is the query. */
    static int[] without(int row, int[] rows, int keep) {
        return IntStream.of(rows).filter(each -> each != row).limit(keep).toArray();
    }
}
