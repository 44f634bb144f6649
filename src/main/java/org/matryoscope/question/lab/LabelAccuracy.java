package org.matryoscope.question.lab;

import org.matryoscope.base.Progress;
import org.matryoscope.question.levels.LevelsStudy;
import org.matryoscope.rotation.Rotation;
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
        try (VectorStore seen = part.through(map, progress)) {
            int k = Math.min(NEIGHBOURS, seen.rows() - 1);
            return LevelsStudy.right(seen, new String[][]{labels}, k, prefixes, progress).getFirst();
        }
    }
}
