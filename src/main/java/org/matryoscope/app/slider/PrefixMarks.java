package org.matryoscope.app.slider;

import java.util.ArrayList;
import java.util.List;

/**
 * The prefix lengths that the slider marks.
 *
 * @param prefixes ascending, the last one is D
 * @param trained whether the model was trained for them; otherwise they are powers of two, for orientation
 */
record PrefixMarks(List<Integer> prefixes, boolean trained) {
    private static final int LEAST_POWER = 8;

    /** What is shown before a model is there. */
    static final PrefixMarks NONE = new PrefixMarks(List.of(1), false);

    static PrefixMarks of(List<Integer> trainedPrefixes, int dimension) {
        List<Integer> within = trainedPrefixes.stream().filter(d -> d >= 1 && d < dimension).sorted().toList();
        List<Integer> marks = new ArrayList<>(within);
        if (trainedPrefixes.isEmpty()) {
            for (int d = LEAST_POWER; d < dimension; d *= 2) {
                marks.add(d);
            }
        }
        marks.add(dimension);
        return new PrefixMarks(List.copyOf(marks), !trainedPrefixes.isEmpty());
    }

    /** Returns whether d is one of the marks. */
    boolean contains(int d) {
        return prefixes.contains(d);
    }

    /** Returns the next mark above d, or the last one. */
    int after(int d) {
        return prefixes.stream().filter(mark -> mark > d).findFirst().orElse(prefixes.getLast());
    }

    /** Returns the next mark below d, or 1. */
    int before(int d) {
        return prefixes.reversed().stream().filter(mark -> mark < d).findFirst().orElse(1);
    }
}
