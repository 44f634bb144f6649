package org.matryoscope.question.bump;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.matryoscope.base.Numbers;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Finding;
import org.matryoscope.question.Prefixes;
import org.matryoscope.question.ShownDocument;

/** Says which of the leaders hold their place when the vectors are cut. */
final class BumpFinding {
    private BumpFinding() {
    }

    /** How many contenders the sentence speaks of, so that it stays short. */
    private static final int NAMED = 3;

    static Finding of(BumpAnswer answer) {
        Asking asking = answer.asking();
        int leaders = answer.documents().getFirst().size();
        Finding.Builder finding = Finding.say().words("With a quarter of the dimensions ");
        asking.indices()
                .limit(NAMED)
                .forEach(i -> finding
                        .words(i == 0 ? "" : i == Math.min(NAMED, asking.contenders().size()) - 1 ? " and " : ", ")
                        .contender(asking, i)
                        .words(i == 0 ? " keeps " : " ")
                        .value(Long.toString(still(answer, i)))
                        .words(i == 0 ? " of its first " + leaders : ""));
        finding.words(".");
        asking.indices().forEach(i -> finding.detail(asking.led(i, detail(answer, i))));
        return finding.build();
    }

    private static int quarter(BumpRanks ranks) {
        return Prefixes.indexFrom(ranks.prefixes(), ranks.prefixes()[ranks.prefixes().length - 1] / 4);
    }

    /** How many of a contender's leaders are still among as many with a quarter of the dimensions. */
    private static long still(BumpAnswer answer, int contender) {
        BumpRanks ranks = answer.ranks().get(contender);
        int leaders = answer.documents().get(contender).size();
        return IntStream.range(0, leaders).filter(i -> ranks.rank()[i][quarter(ranks)] <= leaders).count();
    }

    private static String detail(BumpAnswer answer, int contender) {
        BumpRanks ranks = answer.ranks().get(contender);
        List<ShownDocument> documents = answer.documents().get(contender);
        int last = ranks.prefixes().length - 1;
        int leader = last;
        while (leader > 0 && ranks.rank()[0][leader - 1] == 1) {
            leader--;
        }
        int at = quarter(ranks);
        int deepest = IntStream.range(0, documents.size())
                .boxed()
                .max(Comparator.comparingInt(i -> ranks.rank()[i][at]))
                .orElseThrow();
        String first = leader == last
                ? "of the prefixes drawn, only at full size " + documents.getFirst().quoted() + " is first"
                : documents.getFirst().quoted() + " is first at every prefix drawn from d = " + ranks.prefixes()[leader]
                        + " on";
        return String.format(
                "%s; with a quarter of the dimensions (%d of %d), %d of the %d leaders are still among the first %d, and %s stands lowest"
                        + " of them, at rank %s.",
                first, ranks.prefixes()[at], ranks.prefixes()[last], still(answer, contender), documents.size(),
                documents.size(), documents.get(deepest).quoted(), Numbers.whole(ranks.rank()[deepest][at]));
    }
}
