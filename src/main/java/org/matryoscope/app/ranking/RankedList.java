package org.matryoscope.app.ranking;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.state.Subject;
import org.matryoscope.corpus.JudgedQuery;
import org.matryoscope.study.RankingAt;

/**
 * All that the rows of the list show: a ranking with its texts, and what stands beside it.
 *
 * @param subject model A's corpus
 * @param ranking its ranking at the prefix
 * @param beside the order beside it
 * @param besideScore scores of that order, by row
 * @param judged the judgements of the query, or null
 */
record RankedList(Subject subject, RankingAt ranking, int[] beside, float[] besideScore, @Nullable JudgedQuery judged) {
    int size() {
        return ranking.order().length;
    }

    int rowAt(int position) {
        return ranking.order()[position];
    }

    String text(int row) {
        return subject.embedded().corpus().documents().get(row).text();
    }

    /** Returns how many places the document stands above (positive) or below its place at full dimension. */
    int move(int position) {
        return ranking.fullRank()[rowAt(position)] - position;
    }

    /** Returns the judgement of a document, or null where it has none. */
    @Nullable
    Integer grade(int row) {
        return judged == null ? null : judged.grades().get(row);
    }
}
