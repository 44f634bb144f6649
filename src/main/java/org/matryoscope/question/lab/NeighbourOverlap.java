package org.matryoscope.question.lab;

import java.util.List;
import java.util.stream.IntStream;

import org.matryoscope.base.Progress;
import org.matryoscope.metric.Overlap;
import org.matryoscope.rotation.Rotation;
import org.matryoscope.vector.QueryTops;
import org.matryoscope.vector.TopRows;
import org.matryoscope.vector.VectorStore;

/**
 * How many of a text's nearest others of its part are its nearest at full size before any map.
 *
 * @param part the part's texts
 * @param fullSize by text, its nearest at full size before any map
 */
record NeighbourOverlap(PartStore part, List<int[]> fullSize) implements PartMeasure {
    private static final int NEIGHBOURS = 10;

    /** Finds the nearest at full size. */
    static NeighbourOverlap of(PartStore part, Progress progress) {
        int dimension = part.store().dimension();
        return new NeighbourOverlap(part,
                nearest(part, Rotation.asIs(dimension), new int[]{dimension}, progress).stream()
                        .map(tops -> tops.getLast().rows())
                        .toList());
    }

    @Override
    public String name() {
        return "overlap@" + depth();
    }

    private int depth() {
        return Math.min(NEIGHBOURS, part.rows().length - 1);
    }

    @Override
    public double[][] of(Rotation map, int[] prefixes, Progress progress) {
        List<List<TopRows>> nearest = nearest(part, map, prefixes, progress);
        return IntStream.range(0, nearest.size())
                .mapToObj(i -> nearest.get(i)
                        .stream()
                        .mapToDouble(top -> Overlap.at(top.rows(), fullSize.get(i), depth()))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static List<List<TopRows>> nearest(PartStore part, Rotation map, int[] prefixes, Progress progress) {
        try (VectorStore seen = part.through(map, progress)) {
            return QueryTops.ofRows(seen, IntStream.range(0, seen.rows()).toArray(), prefixes,
                    Math.min(NEIGHBOURS, seen.rows() - 1));
        }
    }
}
