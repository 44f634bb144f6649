package org.matryoscope.app.ranking;

import org.matryoscope.retrieval.RankingAt;

/**
 * The order that stands beside a ranking.
 *
 * @param title what it is, short ("B at 128")
 * @param order rows, best first
 * @param score by row
 * @param fullRank by row, its rank at full size in that order's own model, from 0; empty where the order is that at full size
 */
record Reference(String title, int[] order, float[] score, int[] fullRank) {
    /** Returns model A's order at full size. */
    static Reference atFullSize(RankingAt ranking, int dimension) {
        return new Reference("A at " + dimension, ranking.fullOrder(), ranking.fullScore(), new int[0]);
    }

    /** Returns model B's ranking at its prefix. */
    static Reference of(RankingAt b) {
        return new Reference("B at " + b.d(), b.order(), b.score(), b.fullRank());
    }

    int rowAt(int position) {
        return order[position];
    }

    /** Returns how many places the document stands above (positive) or below its place at full size; 0 at full size. */
    int move(int position) {
        return fullRank.length == 0 ? 0 : fullRank[order[position]] - position;
    }

    boolean moves() {
        return fullRank.length > 0;
    }
}
