package org.matryoscope.question.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.matryoscope.base.Numbers;
import org.matryoscope.chart.Chart;
import org.matryoscope.question.Answer;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Finding;
import org.matryoscope.question.ShownDocument;
import org.matryoscope.question.Table;
import org.matryoscope.vector.TopRows;

/**
 * Scores of chosen documents at every prefix, and rankings at some.
 *
 * @param asking what was asked
 * @param documents the documents, in the order of the curves
 * @param contenders the scores by contender
 * @param measuredOn what rotations were fitted on
 */
record ScoresAnswer(Asking asking, List<ShownDocument> documents, List<ContenderScores> contenders,
        String measuredOn) implements Answer {
    private static final int TEXT_WIDTH = 90;

    /**
     * The first documents at a prefix.
     *
     * @param d the prefix length
     * @param top rows and cosines, best first
     */
    record Ranking(int d, TopRows top) {}

    ScoresAnswer {
        documents = List.copyOf(documents);
        contenders = List.copyOf(contenders);
    }

    boolean renormalised() {
        return asking.renormalised();
    }

    @Override
    public Finding finding(Choices choices) {
        return ScoresFinding.of(this);
    }

    @Override
    public Chart chart(Choices choices) {
        return ScoresChart.of(this);
    }

    @Override
    public List<Table> tables(Choices choices, int[] prefixes) {
        List<Table> tables = new ArrayList<>();
        Table.Builder chosen = Table.titled(renormalised() ? "Cosine at d" : "Dot product at d")
                .text("document",
                        IntStream.range(0, documents.size())
                                .mapToObj(i -> (i + 1) + " " + documents.get(i).shortLabel())
                                .toList());
        asking.indices().forEach(i -> {
            for (int d : prefixes) {
                chosen.numbers(asking.tag(i) + "d = " + d, column(contenders.get(i).scores(), d));
            }
        });
        tables.add(chosen.build());
        asking.indices().forEach(i -> contenders.get(i).rankings().forEach(ranking -> tables.add(table(i, ranking))));
        return tables;
    }

    private static List<String> column(ScoreCurves curves, int d) {
        return IntStream.range(0, curves.score().length)
                .mapToObj(i -> d <= curves.score()[i].length ? Numbers.fixed(curves.score()[i][d - 1]) : "–")
                .toList();
    }

    private Table table(int contender, Ranking ranking) {
        int[] rows = ranking.top().rows();
        float[] scores = ranking.top().scores();
        return Table.titled(asking.tag(contender) + "d = " + ranking.d())
                .numbers("rank", IntStream.rangeClosed(1, rows.length).mapToObj(Integer::toString).toList())
                .numbers("cosine", IntStream.range(0, rows.length).mapToObj(i -> Numbers.fixed(scores[i])).toList())
                .numbers("index", IntStream.of(rows).mapToObj(Integer::toString).toList())
                .text("text",
                        IntStream.of(rows).mapToObj(row -> ShownDocument.shortened(text(row), TEXT_WIDTH)).toList())
                .build();
    }

    private String text(int row) {
        return asking.corpus().documents().get(row).text();
    }

    @Override
    public Record fields(int contender, int[] prefixes) {
        return new Fields(contenders.get(contender)
                .rankings()
                .stream()
                .filter(ranking -> IntStream.of(prefixes).anyMatch(d -> d == ranking.d()))
                .map(this::prefix)
                .toList());
    }

    private Prefix prefix(Ranking ranking) {
        int[] rows = ranking.top().rows();
        return new Prefix(ranking.d(),
                IntStream.range(0, rows.length)
                        .mapToObj(i -> new Ranked(rows[i], text(rows[i]), ranking.top().scores()[i]))
                        .toList());
    }

    /**
     * The answer in JSON.
     *
     * @param prefixes the rankings, by ascending prefix
     */
    record Fields(List<Prefix> prefixes) {}

    /**
     * One prefix.
     *
     * @param d its length
     * @param ranking documents, best first
     */
    record Prefix(int d, List<Ranked> ranking) {}

    /**
     * One document.
     *
     * @param index its position in the corpus, from 0
     * @param text its text
     * @param cosine its similarity to the query at the prefix, −1 … 1
     */
    record Ranked(int index, String text, float cosine) {}
}
