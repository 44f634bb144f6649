package org.matryoscope.metric;

import java.util.HashMap;
import java.util.Map;

/** k-nearest-neighbour classification by a vote among labels. */
public final class NearestLabels {
    private NearestLabels() {
    }

    /**
     * Votes.
     *
     * @param neighbours the neighbours' rows, nearest first
     * @param labels by row; "" where a row has none, which does not vote
     * @return the label most of them have; of labels equally common the one whose nearest neighbour is nearer; "" where none votes
     */
    public static String vote(int[] neighbours, String[] labels) {
        Map<String, Integer> votes = new HashMap<>();
        int most = 0;
        for (int row : neighbours) {
            if (!labels[row].isEmpty()) {
                most = Math.max(most, votes.merge(labels[row], 1, Integer::sum));
            }
        }
        for (int row : neighbours) {
            if (!labels[row].isEmpty() && votes.getOrDefault(labels[row], 0) == most) {
                return labels[row];
            }
        }
        return "";
    }
}
