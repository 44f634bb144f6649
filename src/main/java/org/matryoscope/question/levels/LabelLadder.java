package org.matryoscope.question.levels;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.matryoscope.vector.VectorStore;

/** Finds the label nearest to a query at each level and prefix: by the cosine with the mean vector of its texts. */
final class LabelLadder {
    private LabelLadder() {
    }

    /**
     * Climbs.
     *
     * @param store the texts' vectors
     * @param labels {@code labels[level][row]}
     * @param query D entries
     * @param prefixes prefix lengths, ascending
     */
    static Ladder of(VectorStore store, String[][] labels, float[] query, int[] prefixes) {
        List<List<Ladder.Step>> steps = new ArrayList<>();
        for (String[] level : labels) {
            Map<String, double[]> means = means(store, level);
            List<Ladder.Step> ofLevel = new ArrayList<>();
            for (int d : prefixes) {
                ofLevel.add(step(means, query, d));
            }
            steps.add(List.copyOf(ofLevel));
        }
        return new Ladder(List.copyOf(steps));
    }

    /** Sums do as well as means: only their direction is looked at. */
    private static Map<String, double[]> means(VectorStore store, String[] labels) {
        Map<String, double[]> sums = new TreeMap<>();
        float[] column = new float[store.rows()];
        for (int i = 0; i < store.dimension(); i++) {
            store.copyColumn(i, 0, column, column.length);
            for (int row = 0; row < column.length; row++) {
                if (!labels[row].isEmpty()) {
                    sums.computeIfAbsent(labels[row], label -> new double[store.dimension()])[i] += column[row];
                }
            }
        }
        return sums;
    }

    private static Ladder.Step step(Map<String, double[]> means, float[] query, int d) {
        String best = "";
        double first = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        for (Map.Entry<String, double[]> each : means.entrySet()) {
            double cosine = cosine(each.getValue(), query, d);
            if (cosine > first) {
                second = first;
                first = cosine;
                best = each.getKey();
            } else {
                second = Math.max(second, cosine);
            }
        }
        return new Ladder.Step(d, best, Double.isInfinite(second) ? 0 : first - second);
    }

    private static double cosine(double[] mean, float[] query, int d) {
        double dot = 0;
        double meanSquares = 0;
        double querySquares = 0;
        for (int i = 0; i < d; i++) {
            dot += mean[i] * query[i];
            meanSquares += mean[i] * mean[i];
            querySquares += (double) query[i] * query[i];
        }
        double norms = Math.sqrt(meanSquares * querySquares);
        return norms > 0 ? dot / norms : 0;
    }
}
