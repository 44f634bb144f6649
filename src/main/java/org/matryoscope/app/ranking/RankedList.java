package org.matryoscope.app.ranking;

import org.jspecify.annotations.Nullable;

import org.matryoscope.corpus.JudgedQuery;
import org.matryoscope.question.Subject;
import org.matryoscope.retrieval.RankingAt;

/**
 * All that the rows of the list show: a ranking with its texts, and what stands beside it.
 *
 * @param subject model A's corpus
 * @param ranking its ranking at the prefix
 * @param beside the order beside it
 * @param judged the judgements of the query, or null
 */
record RankedList(Subject subject, RankingAt ranking, Reference beside, @Nullable JudgedQuery judged) {
    int size() {
        return ranking.order().length;
    }

    int rowAt(int position) {
        return ranking.order()[position];
    }

    /**
     * Finds where a document stands, by its score: O(log N), since it is asked on the FX thread at every move.
     *
     * @param row its row
     * @return its place, from 0; −1 for one that is left out of the ranking
     */
    int placeOf(int row) {
        float[] score = ranking.score();
        if (row < 0 || row >= score.length || Float.isNaN(score[row])) {
            return -1;
        }
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int there = rowAt(middle);
            // Added to 0, as −0 is a tie with 0.
            int order = Float.compare(score[row] + 0f, score[there] + 0f);
            if (order < 0 || (order == 0 && there < row)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    String text(int row) {
        return subject.texts().corpus().documents().get(row).text();
    }

    /** Returns how many places the document stands above (positive) or below its place at full dimension. */
    int move(int position) {
        return ranking.fullRank()[rowAt(position)] - position;
    }

    /** Returns whether the order beside has this place too. */
    boolean hasBeside(int position) {
        return position < beside.order().length;
    }

    /** Says whether a document's own vector is the query. */
    boolean isQuery(int row) {
        return subject.asked().row() == row;
    }

    /** Returns the judgement of a document, or null where it has none. */
    @Nullable
    Integer grade(int row) {
        return judged == null ? null : judged.grades().get(row);
    }
}
