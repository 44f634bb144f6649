package org.matryoscope.question.levels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.metric.MeanCurve;
import org.matryoscope.metric.NearestLabels;
import org.matryoscope.vector.QueryTops;
import org.matryoscope.vector.TopRows;
import org.matryoscope.vector.VectorStore;

/** Leave-one-out k-nearest-neighbour accuracy of labels, at every level and several prefixes. */
public final class LevelsStudy {
    /** Texts whose neighbours are kept at once. */
    private static final int TEXTS_AT_ONCE = 1024;
    private static final long SEED = 1;

    private LevelsStudy() {
    }

    /**
     * Measures, O(N² D) for N texts.
     *
     * @param store the texts' vectors
     * @param names the levels' names
     * @param labels {@code labels[level][row]}; "" where a text has none
     * @param k how many neighbours vote, at least 1
     * @param prefixes prefix lengths, strictly ascending, the last one D
     * @param progress told of the texts; cancels
     * @return one curve a level
     */
    static List<LevelCurve> run(VectorStore store, List<String> names, String[][] labels, int k, int[] prefixes,
            Progress progress) {
        List<double[][]> right = right(store, labels, k, prefixes, progress);
        return IntStream.range(0, names.size())
                .filter(level -> right.get(level).length > 0)
                .mapToObj(level -> new LevelCurve(names.get(level), prefixes, MeanCurve.of(right.get(level), SEED),
                        distinct(labels[level]), right.get(level).length))
                .toList();
    }

    /**
     * Tells text by text whether its nearest tell its label.
     *
     * @param store the texts' vectors
     * @param labels {@code labels[level][row]}; "" where a text has none
     * @param k how many neighbours vote, at least 1
     * @param prefixes prefix lengths, strictly ascending, the last one D
     * @param progress told of the texts; cancels
     * @return by level, {@code [text][prefix]}, 1 where its label is told and 0 where not, of the texts that have one
     */
    public static List<double[][]> right(VectorStore store, String[][] labels, int k, int[] prefixes,
            Progress progress) {
        int[] rows = IntStream.range(0, store.rows()).filter(row -> !store.isExcluded(row)).toArray();
        List<List<double[]>> right = Stream.of(labels)
                .map(level -> (List<double[]>) new ArrayList<double[]>())
                .toList();
        for (int from = 0; from < rows.length; from += TEXTS_AT_ONCE) {
            int[] own = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + TEXTS_AT_ONCE));
            progress.report(from, rows.length);
            List<List<TopRows>> tops = QueryTops.ofRows(store, own, prefixes, k);
            for (int level = 0; level < labels.length; level++) {
                for (int i = 0; i < own.length; i++) {
                    String label = labels[level][own[i]];
                    if (!label.isEmpty()) {
                        right.get(level).add(right(label, tops.get(i), labels[level]));
                    }
                }
            }
        }
        progress.report(1, 1);
        return right.stream().map(level -> level.toArray(double[][]::new)).toList();
    }

    /**
     * Returns the labels of some texts at one level.
     *
     * @param corpus the texts
     * @param rows which of them
     * @param level counted from 0, coarse to fine
     * @return by text, "" where it has none
     */
    public static String[] labels(Corpus corpus, int[] rows, int level) {
        return IntStream.of(rows)
                .mapToObj(row -> corpus.documents().get(row).labels())
                .map(labels -> level < labels.size() ? labels.get(level) : "")
                .toArray(String[]::new);
    }

    private static double[] right(String label, List<TopRows> tops, String[] labels) {
        return tops.stream().mapToDouble(top -> NearestLabels.vote(top.rows(), labels).equals(label) ? 1 : 0).toArray();
    }

    private static int distinct(String[] labels) {
        return (int) Arrays.stream(labels).filter(label -> !label.isEmpty()).distinct().count();
    }
}
