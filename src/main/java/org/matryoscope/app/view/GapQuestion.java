package org.matryoscope.app.view;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.JudgedQuery;

/**
 * A judged query with the documents that it is compared with.
 *
 * @param query the query
 * @param related rows judged relevant
 * @param unrelated rows judged not relevant; where none is, all that are not judged relevant
 * @param explicit whether the unrelated ones were judged
 */
record GapQuestion(JudgedQuery query, int[] related, int[] unrelated, boolean explicit) {
    static GapQuestion of(JudgedQuery query, Corpus corpus) {
        int[] related = rows(query, true);
        int[] unrelated = rows(query, false);
        boolean explicit = unrelated.length > 0;
        return new GapQuestion(query, related,
                explicit
                        ? unrelated
                        : IntStream.range(0, corpus.documents().size())
                                .filter(row -> !query.grades().containsKey(row))
                                .toArray(),
                explicit);
    }

    /**
     * Lists the questions that a corpus can answer: those with judgements of both kinds, or with relevant documents only where
     * it has no others; the one with the most of both kinds first, as the lesson's exercise.
     */
    static List<GapQuestion> in(Corpus corpus) {
        List<GapQuestion> all = corpus.queries()
                .stream()
                .map(query -> of(query, corpus))
                .filter(question -> question.related().length > 0 && question.unrelated().length > 0)
                .sorted(Comparator.comparingInt(GapQuestion::evidence).reversed())
                .toList();
        List<GapQuestion> explicit = all.stream().filter(GapQuestion::explicit).toList();
        return explicit.isEmpty() ? all : explicit;
    }

    private int evidence() {
        return Math.min(related.length, unrelated.length);
    }

    private static int[] rows(JudgedQuery query, boolean relevant) {
        return query.grades()
                .entrySet()
                .stream()
                .filter(grade -> grade.getValue() > 0 == relevant)
                .mapToInt(java.util.Map.Entry::getKey)
                .sorted()
                .toArray();
    }
}
