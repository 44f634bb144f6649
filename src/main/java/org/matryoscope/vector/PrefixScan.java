package org.matryoscope.vector;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.matryoscope.base.Progress;

/**
 * Scores of all documents for one or several queries at a prefix length d that moves. A move from d to d′ reads |d − d′|
 * columns, or fewer where it is nearer to start from 0 or from D; the squared prefix norms of the documents are shared by
 * all queries. Scores at a prefix do not depend on the moves before (see {@link Kernels}). Not thread-safe.
 *
 * <p>Scores are those of the decoded vectors: within 10⁻⁶, in int8 1.2 · 10⁻⁶ (see {@link GroupSums}). Besides the store, a scan
 * keeps sums at d and at D, by row 2 · (8 + 8 · queries) bytes, in int8 half of that: 1 % of float32 vectors of 768 dimensions.
 */
public final class PrefixScan {
    private static final int UNKNOWN = -1;

    private final VectorStore store;
    private final List<Query> queries;
    private final PrefixSums sums;
    private final PrefixSums full;
    private int current;

    /**
     * Prepares a scan that stands at d = D.
     *
     * @param store the documents
     * @param queries at least one query of D entries each
     * @param progress told of the rows read; cancels
     * @throws org.matryoscope.base.Problem if a query is all zero or not finite
     */
    public PrefixScan(VectorStore store, List<float[]> queries, Progress progress) {
        this.store = store;
        this.queries = queries.stream().map(query -> Query.of(query, store)).toList();
        full = PrefixSums.zero(store, this.queries);
        PrefixMove fromZero = new PrefixMove(Optional.empty(), 0, store.dimension());
        BlockScan.run(store.rows(), () -> full.mover(fromZero), progress);
        sums = full.copy();
        current = store.dimension();
    }

    /**
     * Moves to a prefix and scores every document against one query.
     *
     * @param d 1 … D
     * @param query which query, from 0
     * @param scoring cosine or dot product
     * @return score by row; NaN for excluded rows
     */
    public float[] scoresAt(int d, int query, Scoring scoring) {
        float[] scores = new float[store.rows()];
        scan(d, query, scoring,
                () -> (scorer, from, to) -> System.arraycopy(scorer.score(from, to), 0, scores, from, to - from));
        return scores;
    }

    /**
     * Moves to a prefix and finds the best documents for one query in the same pass.
     *
     * @param d 1 … D
     * @param query which query, from 0
     * @param scoring cosine or dot product
     * @param k how many, at least 1
     * @return the k best, or all where there are fewer; the same whatever the number of threads
     */
    public TopRows topAt(int d, int query, Scoring scoring, int k) {
        List<TopK> tops = new CopyOnWriteArrayList<>();
        scan(d, query, scoring, () -> {
            TopK top = new TopK(k);
            tops.add(top);
            return (scorer, from, to) -> scorer.offer(top, from, to);
        });
        return TopK.merge(k, tops);
    }

    /** Takes the scores of one block of rows after another, in one thread. */
    private interface ScoreSink {
        void accept(BlockScores.Scorer scorer, int from, int to);
    }

    private void scan(int d, int query, Scoring scoring, Supplier<ScoreSink> newSink) {
        Objects.checkIndex(d - 1, store.dimension());
        PrefixMove move = planMove(d);
        BlockScores blockScores = new BlockScores(store, queries.get(query), query, sums, d, scoring);
        current = UNKNOWN;
        BlockScan.run(store.rows(), () -> {
            BlockScan.Worker mover = sums.mover(move);
            BlockScores.Scorer scorer = blockScores.scorer();
            ScoreSink sink = newSink.get();
            return (from, to) -> {
                mover.block(from, to);
                sink.accept(scorer, from, to);
            };
        }, Progress.NONE);
        current = d;
    }

    /** Plans the move from the nearest of 0, D and, unless a move failed half-way, the current prefix. */
    private PrefixMove planMove(int d) {
        int dimension = store.dimension();
        int steps = current == UNKNOWN ? Integer.MAX_VALUE : Math.abs(d - current);
        if (steps <= Math.min(d, dimension - d)) {
            return new PrefixMove(Optional.empty(), current, d);
        }
        return d <= dimension - d
                ? new PrefixMove(Optional.empty(), 0, d)
                : new PrefixMove(Optional.of(full), dimension, d);
    }
}
