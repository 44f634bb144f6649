package org.matryoscope.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import org.matryoscope.base.Progress;
import org.matryoscope.export.ScoresResult;
import org.matryoscope.study.LiveRanking;
import org.matryoscope.study.RankingAt;

/** Ranks the documents at each prefix. */
@Command(name = "scores", mixinStandardHelpOptions = true, description = "Ranks the documents for a query at each prefix length.")
final class ScoresCommand extends QueryCommand {
    private static final int TEXT_WIDTH = 90;

    private int top;

    /** Takes how many documents to list. */
    @Option(names = "--top", paramLabel = "N", defaultValue = "10", description = "How many documents to list. Default: ${DEFAULT-VALUE}.")
    void listed(int count) {
        if (count < 1) {
            throw misused("--top: choose 1 or more");
        }
        top = count;
    }

    @Override
    Answer answer(Subject subject, float[] query, int[] prefixes) {
        LiveRanking ranking = new LiveRanking(subject.embedded().store(), query, Progress.NONE);
        List<RankingAt> rankings = IntStream.of(prefixes).mapToObj(d -> ranking.at(d, true)).toList();
        ScoresResult result = ScoresResult.of(subject.embedded(), rankings, top);
        String text = result.prefixes()
                .stream()
                .map(ScoresCommand::text)
                .collect(Collectors.joining(System.lineSeparator()));
        return new Answer(result, text.stripTrailing());
    }

    private static String text(ScoresResult.Prefix prefix) {
        TextTable table = new TextTable("rank", "cosine", "index", "text");
        int rank = 1;
        for (ScoresResult.Ranked document : prefix.ranking()) {
            table.row(Integer.toString(rank++), String.format(Locale.ROOT, "%.4f", document.cosine()),
                    Integer.toString(document.index()), TextTable.shortened(document.text(), TEXT_WIDTH));
        }
        return "d = " + prefix.d() + System.lineSeparator() + table;
    }
}
