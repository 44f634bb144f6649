package org.matryoscope.vector;

import java.util.List;

/**
 * The k best of a stream of scored rows: higher scores first, ties by row. A bounded binary heap with the worst kept entry
 * on top. The result does not depend on the order of the stream.
 */
final class TopK {
    private final float[] scores;
    private final int[] rows;
    private int size;

    TopK(int k) {
        scores = new float[k];
        rows = new int[k];
    }

    /** The score that a new row must reach to be kept: −∞ until k rows are in. */
    float threshold() {
        return size < scores.length ? Float.NEGATIVE_INFINITY : scores[0];
    }

    /** Keeps a row if it is among the k best so far; a NaN score never is. */
    void offer(float score, int row) {
        if (size < scores.length) {
            if (!Float.isNaN(score)) {
                siftUp(score, row);
            }
        } else if (score > scores[0] || (score == scores[0] && row < rows[0])) {
            siftDown(score, row);
        }
    }

    /** Offers rows {@code from} … {@code to − 1}, whose scores stand at the start of {@code block}. */
    void offerBlock(float[] block, int from, int to) {
        for (int row = from; row < to; row++) {
            if (!(block[row - from] < threshold())) {
                offer(block[row - from], row);
            }
        }
    }

    /** Returns the k best of what several kept. */
    static TopRows merge(int k, List<TopK> parts) {
        TopK all = new TopK(k);
        for (TopK part : parts) {
            for (int i = 0; i < part.size; i++) {
                all.offer(part.scores[i], part.rows[i]);
            }
        }
        return all.sorted();
    }

    private static boolean worse(float scoreA, int rowA, float scoreB, int rowB) {
        return scoreA < scoreB || (scoreA == scoreB && rowA > rowB);
    }

    private void siftUp(float score, int row) {
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) / 2;
            if (!worse(score, row, scores[parent], rows[parent])) {
                break;
            }
            set(at, scores[parent], rows[parent]);
            at = parent;
        }
        set(at, score, row);
    }

    private void siftDown(float score, int row) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && worse(scores[child + 1], rows[child + 1], scores[child], rows[child])) {
                child++;
            }
            if (!worse(scores[child], rows[child], score, row)) {
                break;
            }
            set(at, scores[child], rows[child]);
            at = child;
        }
        set(at, score, row);
    }

    private void set(int at, float score, int row) {
        scores[at] = score;
        rows[at] = row;
    }

    /** Returns the kept rows, best first. */
    TopRows sorted() {
        int[] sortedRows = new int[size];
        float[] sortedScores = new float[size];
        TopK heap = new TopK(size);
        heap.size = size;
        System.arraycopy(rows, 0, heap.rows, 0, size);
        System.arraycopy(scores, 0, heap.scores, 0, size);
        for (int left = size - 1; left >= 0; left--) {
            sortedRows[left] = heap.rows[0];
            sortedScores[left] = heap.scores[0];
            heap.size = left;
            if (left > 0) {
                heap.siftDown(heap.scores[left], heap.rows[left]);
            }
        }
        return new TopRows(sortedRows, sortedScores);
    }

}
