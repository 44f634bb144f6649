package org.matryoscope.question.energy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.metric.NestedVariance;
import org.matryoscope.question.energy.EnergyProfile.LevelVariance;
import org.matryoscope.vector.VectorStore;

/**
 * Each dimension's variance split over the corpus's label levels. A label counts within its coarser labels, so that levels
 * are always nested; documents without a label at some level are left out.
 *
 * @param levels the corpus's levels, coarse to fine, then "residual"; empty where no document is fully labelled
 * @param clamped how many variance components were negative and set to 0
 */
record LevelSplit(List<LevelVariance> levels, int clamped) {
    private static final String RESIDUAL = "residual";

    static LevelSplit of(Corpus corpus, VectorStore store, Progress progress) {
        int[] rows = labelledRows(corpus, store);
        if (corpus.levels().isEmpty() || rows.length == 0) {
            return new LevelSplit(List.of(), 0);
        }
        NestedVariance nested = new NestedVariance(groups(corpus, rows));
        int dimension = store.dimension();
        int parts = corpus.levels().size() + 1;
        double[][] components = new double[parts][dimension];
        double[][] sumsOfSquares = new double[parts][dimension];
        int clamped = 0;
        float[] column = new float[rows.length];
        double[] values = new double[rows.length];
        for (int i = 0; i < dimension; i++) {
            progress.report(i, dimension);
            store.gatherColumn(i, rows, column);
            Arrays.setAll(values, n -> column[n]);
            NestedVariance.Split split = nested.split(values);
            for (int part = 0; part < parts; part++) {
                sumsOfSquares[part][i] = split.sumOfSquares()[part];
                components[part][i] = Math.max(0, split.component()[part]);
                clamped += split.component()[part] < 0 ? 1 : 0;
            }
        }
        progress.report(dimension, dimension);
        List<LevelVariance> levels = IntStream.range(0, parts)
                .mapToObj(part -> new LevelVariance(part < parts - 1 ? corpus.levels().get(part) : RESIDUAL,
                        components[part], sumsOfSquares[part]))
                .toList();
        return new LevelSplit(levels, clamped);
    }

    private static int[] labelledRows(Corpus corpus, VectorStore store) {
        return IntStream.range(0, store.rows())
                .filter(row -> !store.isExcluded(row))
                .filter(row -> isLabelled(corpus.documents().get(row).labels(), corpus.levels().size()))
                .toArray();
    }

    private static boolean isLabelled(List<String> labels, int levels) {
        return labels.size() >= levels && labels.stream().limit(levels).noneMatch(String::isEmpty);
    }

    /** Numbers the groups of each level: all documents that share the labels down to that level. */
    private static int[][] groups(Corpus corpus, int[] rows) {
        int[][] groups = new int[corpus.levels().size()][rows.length];
        for (int level = 0; level < groups.length; level++) {
            Map<List<String>, Integer> numbers = new HashMap<>();
            for (int n = 0; n < rows.length; n++) {
                List<String> path = corpus.documents().get(rows[n]).labels().subList(0, level + 1);
                Integer next = numbers.size();
                Integer known = numbers.putIfAbsent(path, next);
                groups[level][n] = known == null ? next : known;
            }
        }
        return groups;
    }
}
