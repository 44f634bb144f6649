package org.matryoscope.question.bump;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.matryoscope.base.Numbers;
import org.matryoscope.question.Finding;
import org.matryoscope.question.Prefixes;
import org.matryoscope.question.ShownDocument;

/** Says which of the leaders hold their place when the vectors are cut. */
final class BumpFinding {
    private BumpFinding() {
    }

    static Finding of(BumpAnswer answer, int contender) {
        BumpRanks ranks = answer.ranks().get(contender);
        List<ShownDocument> documents = answer.documents().get(contender);
        int last = ranks.prefixes().length - 1;
        int dimension = ranks.prefixes()[last];
        int leader = last;
        while (leader > 0 && ranks.rank()[0][leader - 1] == 1) {
            leader--;
        }
        int at = Prefixes.indexFrom(ranks.prefixes(), dimension / 4);
        int deepest = IntStream.range(0, documents.size())
                .boxed()
                .max(Comparator.comparingInt(i -> ranks.rank()[i][at]))
                .orElseThrow();
        long still = IntStream.range(0, documents.size()).filter(i -> ranks.rank()[i][at] <= documents.size()).count();
        String first = leader == last
                ? "Of the prefixes drawn, only at full size " + documents.getFirst().quoted() + " is first"
                : documents.getFirst().quoted() + " is first at every prefix drawn from d = " + ranks.prefixes()[leader]
                        + " on";
        return Finding.say()
                .contender(answer.asking(), contender)
                .words(" keeps ")
                .value(still + " of its " + documents.size())
                .words(" leaders among the first " + documents.size() + " with a quarter of its dimensions (")
                .value(Integer.toString(ranks.prefixes()[at]))
                .words(" of " + dimension + ").")
                .detail(String.format(
                        "%s; with a quarter of the dimensions (%d of %d), %d of the %d leaders are still among the first %d, and %s stands lowest"
                                + " of them, at rank %s.",
                        first, ranks.prefixes()[at], dimension, still, documents.size(), documents.size(),
                        documents.get(deepest).quoted(), Numbers.whole(ranks.rank()[deepest][at])))
                .build();
    }
}
