package org.matryoscope.app.view;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.matryoscope.base.Numbers;
import org.matryoscope.study.BumpRanks;

/** Says which of the leaders hold their place when the vectors are cut. */
final class BumpSentence {
    private BumpSentence() {
    }

    static String of(BumpRanks ranks, List<ShownDocument> documents) {
        if (documents.isEmpty()) {
            return "There is no document to rank.";
        }
        int last = ranks.prefixes().length - 1;
        int dimension = ranks.prefixes()[last];
        int leader = last;
        while (leader > 0 && ranks.rank()[0][leader - 1] == 1) {
            leader--;
        }
        int quarter = 0;
        while (ranks.prefixes()[quarter] < dimension / 4) {
            quarter++;
        }
        int at = quarter;
        int deepest = IntStream.range(0, documents.size())
                .boxed()
                .max(Comparator.comparingInt(i -> ranks.rank()[i][at]))
                .orElseThrow();
        long still = IntStream.range(0, documents.size()).filter(i -> ranks.rank()[i][at] <= documents.size()).count();
        String first = leader == last
                ? "Of the prefixes drawn, only at full size " + documents.getFirst().quoted() + " is first"
                : documents.getFirst().quoted() + " is first at every prefix drawn from d = " + ranks.prefixes()[leader]
                        + " on";
        return String.format(
                "%s; with a quarter of the dimensions (%d of %d), %d of the %d leaders are still among the first %d, and %s stands lowest"
                        + " of them, at rank %s.",
                first, ranks.prefixes()[at], dimension, still, documents.size(), documents.size(),
                documents.get(deepest).quoted(), Numbers.whole(ranks.rank()[deepest][at]));
    }
}
