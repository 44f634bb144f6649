package org.matryoscope.export;

import java.util.Arrays;
import java.util.List;

import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.RankingAt;

/**
 * The JSON of {@code scores}: the first documents at each prefix.
 *
 * @param model the model's name
 * @param dimension its full dimension D
 * @param documents how many documents were ranked
 * @param prefixes the rankings, by ascending prefix
 */
public record ScoresResult(String model, int dimension, int documents, List<Prefix> prefixes) {
    /**
     * One prefix.
     *
     * @param d its length
     * @param ranking documents, best first
     */
    public record Prefix(int d, List<Ranked> ranking) {}

    /**
     * One document.
     *
     * @param index its position in the corpus, from 0
     * @param text its text
     * @param cosine its similarity to the query at the prefix, −1 … 1
     */
    public record Ranked(int index, String text, float cosine) {}

    /**
     * Takes the first documents of each ranking.
     *
     * @param corpus the corpus that was ranked
     * @param rankings one a prefix, re-normalised
     * @param top how many documents to keep
     * @return the result
     */
    public static ScoresResult of(EmbeddedCorpus corpus, List<RankingAt> rankings, int top) {
        List<Prefix> prefixes = rankings.stream()
                .map(ranking -> new Prefix(ranking.d(),
                        Arrays.stream(ranking.order())
                                .limit(top)
                                .mapToObj(row -> new Ranked(row, corpus.corpus().documents().get(row).text(),
                                        ranking.score()[row]))
                                .toList()))
                .toList();
        return new ScoresResult(corpus.origin().name(), corpus.store().dimension(), corpus.corpus().documents().size(),
                prefixes);
    }
}
