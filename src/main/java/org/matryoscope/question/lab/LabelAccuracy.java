package org.matryoscope.question.lab;

import java.util.List;
import java.util.stream.IntStream;

import org.matryoscope.base.Progress;
import org.matryoscope.metric.NearestLabels;
import org.matryoscope.rotation.Rotation;
import org.matryoscope.vector.QueryTops;
import org.matryoscope.vector.TopRows;
import org.matryoscope.vector.VectorStore;

/**
 * Whether a text's nearest others of its part tell its label.
 *
 * @param level the name of the label's level
 * @param part the part's texts
 * @param labels by text of the part; "" where it has none
 */
record LabelAccuracy(String level, PartStore part, String[] labels) implements PartMeasure {
    private static final int NEIGHBOURS = 10;

    @Override
    public String name() {
        return "accuracy of " + level;
    }

    @Override
    public double[][] of(Rotation map, int[] prefixes, Progress progress) {
        int[] labelled = IntStream.range(0, labels.length).filter(i -> !labels[i].isEmpty()).toArray();
        try (VectorStore seen = part.through(map, progress)) {
            int k = Math.min(NEIGHBOURS, seen.rows() - 1);
            List<List<TopRows>> nearest = QueryTops.ofRows(seen, labelled, prefixes, k);
            return IntStream.range(0, labelled.length)
                    .mapToObj(i -> nearest.get(i)
                            .stream()
                            .mapToDouble(
                                    top -> NearestLabels.vote(top.rows(), labels).equals(labels[labelled[i]]) ? 1 : 0)
                            .toArray())
                    .toArray(double[][]::new);
        }
    }
}
