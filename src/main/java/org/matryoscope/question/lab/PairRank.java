package org.matryoscope.question.lab;

import java.util.List;
import java.util.stream.IntStream;

import org.matryoscope.base.Progress;
import org.matryoscope.rotation.Rotation;
import org.matryoscope.vector.QueryTops;
import org.matryoscope.vector.TopRows;
import org.matryoscope.vector.VectorStore;

/**
 * The reciprocal rank of a pair's second text among the ten nearest of its first; 0 where it is not among them.
 *
 * @param documents all documents
 * @param first by pair, the place of its first text
 * @param second by pair, the place of its second
 */
record PairRank(PartStore documents, int[] first, int[] second) implements PartMeasure {
    private static final int DEPTH = 10;

    @Override
    public String name() {
        return "MRR@" + DEPTH;
    }

    @Override
    public double[][] of(Rotation map, int[] prefixes, Progress progress) {
        try (VectorStore seen = documents.through(map, progress)) {
            List<List<TopRows>> nearest = QueryTops.ofRows(seen, first, prefixes, Math.min(DEPTH, seen.rows() - 1));
            return IntStream.range(0, first.length)
                    .mapToObj(pair -> nearest.get(pair)
                            .stream()
                            .mapToDouble(top -> reciprocalRank(top.rows(), second[pair]))
                            .toArray())
                    .toArray(double[][]::new);
        }
    }

    private static double reciprocalRank(int[] nearest, int wanted) {
        int rank = (int) IntStream.of(nearest).takeWhile(row -> row != wanted).count() + 1;
        return rank > nearest.length ? 0 : 1.0 / rank;
    }
}
