package org.matryoscope.question.bump;

import java.util.Arrays;
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

/**
 * How leaders rise and fall.
 *
 * @param asking what was asked
 * @param ranks the ranks by contender
 * @param documents by contender, the documents in the order of its ranks
 * @param measuredOn what rotations were fitted on
 */
record BumpAnswer(Asking asking, List<BumpRanks> ranks, List<List<ShownDocument>> documents,
        String measuredOn) implements Answer {
    BumpAnswer {
        ranks = List.copyOf(ranks);
        documents = List.copyOf(documents);
    }

    @Override
    public Finding finding(Choices choices) {
        return BumpFinding.of(this);
    }

    @Override
    public Chart chart(Choices choices) {
        return BumpChart.of(this);
    }

    @Override
    public List<Table> tables(Choices choices, int[] prefixes) {
        return asking.indices().mapToObj(i -> table(i, prefixes)).toList();
    }

    private Table table(int contender, int[] prefixes) {
        BumpRanks of = ranks.get(contender);
        Table.Builder table = Table.titled(asking.title(contender))
                .text("document", documents.get(contender).stream().map(ShownDocument::shortLabel).toList());
        for (int d : prefixes) {
            int at = Arrays.binarySearch(of.prefixes(), d);
            if (at >= 0) {
                table.numbers("d = " + d,
                        IntStream.range(0, of.rows().length).mapToObj(i -> Numbers.whole(of.rank()[i][at])).toList());
            }
        }
        return table.build();
    }

    @Override
    public Record fields(int contender, int[] prefixes) {
        BumpRanks of = ranks.get(contender);
        int[] at = IntStream.of(prefixes).map(d -> Arrays.binarySearch(of.prefixes(), d)).filter(i -> i >= 0).toArray();
        List<Leader> leaders = IntStream.range(0, of.rows().length)
                .mapToObj(i -> new Leader(of.rows()[i], asking.corpus().documents().get(of.rows()[i]).text(),
                        IntStream.of(at).mapToObj(p -> new At(of.prefixes()[p], of.rank()[i][p])).toList()))
                .toList();
        return new Fields(new Bump(leaders));
    }

    /**
     * The answer in JSON.
     *
     * @param bump the leaders' ranks
     */
    record Fields(Bump bump) {}

    /**
     * The leaders.
     *
     * @param leaders the first documents at D, in that order
     */
    record Bump(List<Leader> leaders) {}

    /**
     * One leader.
     *
     * @param index its position in the corpus, from 0
     * @param text its text
     * @param prefixes its rank by ascending prefix
     */
    record Leader(int index, String text, List<At> prefixes) {}

    /**
     * A rank.
     *
     * @param d the prefix length
     * @param rank from 1
     */
    record At(int d, int rank) {}
}
