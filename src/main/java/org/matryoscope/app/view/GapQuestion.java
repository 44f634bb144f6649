package org.matryoscope.app.view;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.JudgedQuery;
import org.matryoscope.vector.RowSample;

/**
 * A judged query with the documents that it is compared with.
 *
 * @param query the query
 * @param documents how many documents the corpus has
 */
record GapQuestion(JudgedQuery query, int documents) {
    /** Documents that stand in for unrelated ones, at most: the mean of more is no nearer to be seen. */
    static final int MOST_STANDING_IN = 20_000;

    /**
     * Lists the questions that a corpus can answer: those with judgements of both kinds, or with relevant documents only where
     * it has no others; the one with the most of both kinds first, as the lesson's exercise.
     */
    static List<GapQuestion> in(Corpus corpus) {
        List<GapQuestion> all = corpus.queries()
                .stream()
                .map(query -> new GapQuestion(query, corpus.documents().size()))
                .filter(question -> question.evidence() > 0)
                .sorted(Comparator.comparingInt(GapQuestion::evidence).reversed())
                .toList();
        List<GapQuestion> explicit = all.stream().filter(GapQuestion::explicit).toList();
        return explicit.isEmpty() ? all : explicit;
    }

    /** Returns the rows judged relevant, ascending. */
    int[] related() {
        return judged(true).sorted().toArray();
    }

    /**
     * Returns the rows judged not relevant; where none is, those not judged, or where they are many an even draw from them.
     * Ascending.
     */
    int[] unrelated() {
        return explicit()
                ? judged(false).sorted().toArray()
                : IntStream.of(RowSample.draw(documents, MOST_STANDING_IN))
                        .filter(row -> !query.grades().containsKey(row))
                        .toArray();
    }

    /** Returns whether documents were judged not relevant, so that no others stand in. */
    boolean explicit() {
        return judged(false).findAny().isPresent();
    }

    /** Returns how many documents are not judged. */
    int unjudged() {
        return documents - query.grades().size();
    }

    private int evidence() {
        long unrelated = explicit() ? judged(false).count() : unjudged();
        return (int) Math.min(judged(true).count(), unrelated);
    }

    private IntStream judged(boolean relevant) {
        return query.grades()
                .entrySet()
                .stream()
                .filter(grade -> grade.getValue() > 0 == relevant)
                .mapToInt(Map.Entry::getKey);
    }
}
