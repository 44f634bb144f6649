package org.matryoscope.question.gap;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.JudgedQuery;
import org.matryoscope.vector.RowSample;

/**
 * The related and unrelated documents of a judged query.
 *
 * @param query the query
 * @param documents how many documents the corpus has
 */
record RelatedTexts(JudgedQuery query, int documents) {
    /** Documents that stand in for unrelated ones, at most: the mean of more is no nearer to be seen. */
    static final int MOST_STANDING_IN = 20_000;

    /**
     * Lists the questions that a corpus can answer: those with judgements of both kinds, or with relevant documents only where
     * it has no others; the one with the most of both kinds first, as the lesson's exercise.
     */
    static List<RelatedTexts> in(Corpus corpus) {
        List<RelatedTexts> all = corpus.queries()
                .stream()
                .map(query -> new RelatedTexts(query, corpus.documents().size()))
                .filter(question -> question.evidence() > 0)
                .sorted(Comparator.comparingInt(RelatedTexts::evidence).reversed())
                .toList();
        List<RelatedTexts> explicit = all.stream().filter(RelatedTexts::explicit).toList();
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
