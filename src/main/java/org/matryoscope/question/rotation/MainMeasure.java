package org.matryoscope.question.rotation;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.matryoscope.base.Numbers;
import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.JudgedQuery;
import org.matryoscope.question.Lens;
import org.matryoscope.question.QueryPlan.QueryVector;
import org.matryoscope.question.Subject;
import org.matryoscope.question.levels.LevelsStudy;
import org.matryoscope.question.quality.JudgedQueries;
import org.matryoscope.question.quality.QualityMeasure;
import org.matryoscope.question.quality.QualityStudy;
import org.matryoscope.question.stability.Measure;
import org.matryoscope.question.stability.OverlapStudy;
import org.matryoscope.vector.RowSample;
import org.matryoscope.vector.VectorStore;

/** What tells how good prefixes are: the best of what the corpus has. */
sealed interface MainMeasure {
    /** Depth of recall, which is not looked at here. */
    int RECALL_AT = 100;
    /** How many neighbours vote, and how many of the first documents are compared. */
    int NEAREST = 10;
    /** Texts that are told apart at most: each is compared with each, at every rotation fitted. */
    int MOST_TEXTS = 5000;
    /** Documents that are queries at most. */
    int MOST_QUERIES = 200;

    /** Returns its name: "NDCG@10", "accuracy", "overlap@10". */
    String name();

    /** Says whether documents are what is asked, so that a rotation must not have seen them. */
    default boolean measuresDocuments() {
        return true;
    }

    /**
     * Measures.
     *
     * @param subject finds vectors of queries
     * @param seen its documents
     * @param rows by row of what is seen, which document of the corpus it is
     * @param prefixes prefix lengths, strictly ascending, the last one D
     * @param progress told of the work; cancels
     * @return {@code [query][prefix]}, 0 … 1
     * @throws org.matryoscope.base.Problem if a query has no vector
     */
    double[][] of(Subject subject, Lens.Seen seen, int[] rows, int[] prefixes, Progress progress);

    /**
     * Says what a mean is over, a sentence.
     *
     * @param queries over how many
     */
    String over(int queries);

    /** Chooses for a corpus: by judged queries, else by the finest label, else by agreement with full size. */
    static MainMeasure of(Corpus corpus) {
        List<JudgedQuery> queries = JudgedQueries.of(corpus);
        if (!queries.isEmpty()) {
            return new Judged(queries);
        }
        return IntStream.iterate(corpus.levels().size() - 1, level -> level >= 0, level -> level - 1)
                .filter(level -> corpus.documents()
                        .stream()
                        .anyMatch(each -> level < each.labels().size() && !each.labels().get(level).isEmpty()))
                .mapToObj(level -> (MainMeasure) new Labels(corpus, level))
                .findFirst()
                .orElseGet(Agreement::new);
    }

    /**
     * NDCG@10 of judged queries.
     *
     * @param queries each with a relevant document
     */
    record Judged(List<JudgedQuery> queries) implements MainMeasure {
        @Override
        public String name() {
            return QualityMeasure.NDCG.label();
        }

        @Override
        public boolean measuresDocuments() {
            return false;
        }

        @Override
        public double[][] of(Subject subject, Lens.Seen seen, int[] rows, int[] prefixes, Progress progress) {
            List<QualityStudy.Judged> judged = JudgedQueries.seen(subject, seen, queries, Share.of(progress, 0, 0.3));
            return Objects.requireNonNull(
                    QualityStudy.run(seen.store(), judged, prefixes, RECALL_AT, Share.of(progress, 0.3, 1))
                            .perQuery()
                            .get(QualityMeasure.NDCG));
        }

        @Override
        public String over(int count) {
            return "Mean NDCG@10 over the " + Numbers.whole(count) + " judged queries of the corpus.";
        }
    }

    /**
     * How often the nearest texts tell a text's label.
     *
     * @param corpus the texts
     * @param level the level, counted from 0
     */
    record Labels(Corpus corpus, int level) implements MainMeasure {
        @Override
        public String name() {
            return "accuracy";
        }

        @Override
        public double[][] of(Subject subject, Lens.Seen seen, int[] rows, int[] prefixes, Progress progress) {
            int[] sample = RowSample.included(seen.store(), MOST_TEXTS);
            if (sample.length == seen.store().rows()) {
                return right(seen.store(), rows, prefixes, progress);
            }
            try (VectorStore drawn = RowSample.copy(seen.store(), sample, Share.of(progress, 0, 0.1))) {
                return right(drawn, IntStream.of(sample).map(row -> rows[row]).toArray(), prefixes,
                        Share.of(progress, 0.1, 1));
            }
        }

        private double[][] right(VectorStore store, int[] rows, int[] prefixes, Progress progress) {
            int k = Math.min(NEAREST, Math.max(1, store.rows() - 1));
            return LevelsStudy
                    .right(store, new String[][]{LevelsStudy.labels(corpus, rows, level)}, k, prefixes, progress)
                    .getFirst();
        }

        @Override
        public String over(int queries) {
            return "Share of " + Numbers.whole(queries) + " labelled texts whose " + corpus.levels().get(level)
                    + " their " + NEAREST + " nearest texts tell, each left out of the vote on its own label.";
        }
    }

    /** How many of the first ten at full size a prefix finds, for documents as queries. */
    record Agreement() implements MainMeasure {
        @Override
        public String name() {
            return Measure.OVERLAP.at(NEAREST);
        }

        @Override
        public double[][] of(Subject subject, Lens.Seen seen, int[] rows, int[] prefixes, Progress progress) {
            VectorStore store = seen.store();
            List<QueryVector> queries = IntStream.of(RowSample.included(store, MOST_QUERIES))
                    .mapToObj(row -> new QueryVector(store.row(row), row))
                    .toList();
            return OverlapStudy.run(store, queries, NEAREST, prefixes, progress);
        }

        @Override
        public String over(int queries) {
            return "Mean overlap with the first " + NEAREST + " at full size over " + Numbers.whole(queries)
                    + " documents drawn evenly, each left out of its own ranking.";
        }
    }
}
